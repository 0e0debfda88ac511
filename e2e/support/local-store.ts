/** What a device really holds: reads the app's databases from the page, beside the app's own code. */
import type { Page } from '@playwright/test';

export interface StoredEntry {
  readonly workspaceId: string;
  readonly seq: number;
  readonly frozen: 0 | 1;
  readonly mutation: { readonly id: string; readonly name: string; readonly ops: readonly object[] };
}

/** Everything in one store of every account's database, as it lies there; of thousands of rows ask for one field. */
export const stored = <T = Record<string, unknown>>(page: Page, store: string, field = ''): Promise<T[]> =>
  page.evaluate(
    async ([store, field]) => {
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
      return field === '' ? found : found.map((one) => (one as Record<string, unknown>)[field]);
    },
    [store, field] as const,
  ) as Promise<T[]>;

export const outbox = (page: Page): Promise<StoredEntry[]> => stored<StoredEntry>(page, 'outbox');

export const storedTitles = (page: Page): Promise<string[]> => stored<string>(page, 'task', 'title');

export const databaseNames = (page: Page): Promise<string[]> =>
  page.evaluate(async () => (await indexedDB.databases()).flatMap(({ name }) => name ?? []));
