/**
 * IndexedDB that fails as browsers' storage does: iOS drops connections in the background, disks hiccup, commits
 * abort. Patched in before the app's own code runs; works until it is told otherwise.
 */
import type { BrowserContext, Page } from '@playwright/test';

interface Sickness {
  /** The error that `transaction()` throws; '' throws none. */
  error: string;
  /** Of connections that were opened as this number or before. */
  upTo: number;
  /** How many were opened so far. */
  opened: number;
  /** So many writes of the outbox are aborted once everything is written and nothing committed. */
  aborts: number;
  /** How often it struck. */
  struck: number;
}

declare global {
  interface Window {
    sickness: Sickness;
  }
}

export const installSickness = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    const sickness: Sickness = { error: '', upTo: 0, opened: 0, aborts: 0, struck: 0 };
    window.sickness = sickness;
    const numberOf = new WeakMap<IDBDatabase, number>();
    const { open } = IDBFactory.prototype;
    IDBFactory.prototype.open = function (...args: Parameters<typeof open>) {
      const request = open.apply(this, args);
      request.addEventListener('success', () => {
        sickness.opened += 1;
        numberOf.set(request.result, sickness.opened);
      });
      return request;
    };
    const { transaction } = IDBDatabase.prototype;
    IDBDatabase.prototype.transaction = function (...args: Parameters<typeof transaction>) {
      // The accounts' databases; the browser's own marks stay well.
      if (sickness.error && this.name.startsWith('holdfast/')) {
        if ((numberOf.get(this) ?? 0) <= sickness.upTo) {
          sickness.struck += 1;
          throw new DOMException('planted', sickness.error);
        }
      }
      return transaction.apply(this, args);
    };
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (...args: Parameters<typeof put>) {
      const request = put.apply(this, args);
      if (sickness.aborts > 0 && this.name === 'outbox')
        request.addEventListener('success', () => {
          sickness.aborts -= 1;
          sickness.struck += 1;
          this.transaction.abort();
        });
      return request;
    };
  });

/** Every connection that is open now throws the error; a new one works. */
export const dropConnections = (page: Page, error: string): Promise<void> =>
  page.evaluate((error) => {
    Object.assign(window.sickness, { error, upTo: window.sickness.opened, struck: 0 });
  }, error);

/** Every connection throws the error, new ones too. */
export const refuseAll = (page: Page, error: string): Promise<void> =>
  page.evaluate((error) => {
    Object.assign(window.sickness, { error, upTo: Number.MAX_SAFE_INTEGER, struck: 0 });
  }, error);

export const abortWrites = (page: Page, aborts: number): Promise<void> =>
  page.evaluate((aborts) => {
    Object.assign(window.sickness, { aborts, struck: 0 });
  }, aborts);

export const cure = (page: Page): Promise<void> =>
  page.evaluate(() => {
    Object.assign(window.sickness, { error: '', aborts: 0 });
  });

export const timesStruck = (page: Page): Promise<number> => page.evaluate(() => window.sickness.struck);
