/** What a device really holds: reads the app's databases from the page, beside the app's own code. */
import type { Page } from '@playwright/test';

export interface StoredEntry {
  readonly workspaceId: string;
  readonly seq: number;
  readonly frozen: 0 | 1;
  readonly mutation: { readonly id: string; readonly name: string; readonly ops: readonly object[] };
}

/** Everything in one store of every account's database, as it lies there. */
export const stored = <T = Record<string, unknown>>(page: Page, store: string): Promise<T[]> =>
  page.evaluate(async (store) => {
    const found: unknown[] = [];
    for (const { name } of await indexedDB.databases()) {
      if (!name?.startsWith('holdfast/')) continue;
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      if (db.objectStoreNames.contains(store))
        found.push(
          ...(await new Promise<unknown[]>((resolve, reject) => {
            const request = db.transaction(store).objectStore(store).getAll();
            request.onsuccess = () => resolve(request.result);
            request.onerror = () => reject(request.error);
          })),
        );
      db.close();
    }
    return found;
  }, store) as Promise<T[]>;

export const outbox = (page: Page): Promise<StoredEntry[]> => stored<StoredEntry>(page, 'outbox');

export const storedTitles = async (page: Page): Promise<string[]> =>
  (await stored<{ title: string }>(page, 'task')).map(({ title }) => title);

export const databaseNames = (page: Page): Promise<string[]> =>
  page.evaluate(async () => (await indexedDB.databases()).flatMap(({ name }) => name ?? []));
