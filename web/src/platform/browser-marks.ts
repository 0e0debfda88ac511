/**
 * A small store for the whole browser, beside the accounts' databases: who is signed in, and marks that must outlive
 * them (CL11). Each change is one strict transaction.
 */
import { breakOff } from './break-off';

export interface BrowserMarks {
  read<T>(key: string): Promise<T | undefined>;
  /** Several at one moment. */
  readAll(keys: readonly string[]): Promise<readonly unknown[]>;
  /** Sets and removes (`undefined`) keys, all or nothing, on disk when it returns. */
  write(changes: Changes): Promise<void>;
  /** What is written depends on what stands: read and written at one moment, before any other tab writes. `decide` is pure. */
  change(keys: readonly string[], decide: (values: readonly unknown[]) => Changes): Promise<void>;
}

interface Changes {
  readonly [key: string]: unknown;
}

const STORE = 'marks';

const underWay = new Set<IDBTransaction>();
/** While the browser keeps the page aside. */
let resting: { readonly over: Promise<void>; readonly wake: () => void } | null = null;

/** The page is kept aside: what it has under way would hold up every other page, and is done once it is back. */
export function restMarks(): void {
  if (resting !== null) return;
  let wake = (): void => undefined;
  const over = new Promise<void>((resolve) => {
    wake = resolve;
  });
  resting = { over, wake };
  for (const transaction of underWay) breakOff(transaction);
}

/** The page is back. */
export function wakeMarks(): void {
  resting?.wake();
  resting = null;
}

export function openBrowserMarks(name = 'holdfast'): BrowserMarks {
  let opening: Promise<IDBDatabase> | null = null;
  const database = async () => {
    await resting?.over;
    opening ??= open(name, () => {
      opening = null;
    });
    return opening;
  };
  /** iOS drops connections in the background: one dead handle is replaced (H40). */
  async function transact<T>(
    mode: IDBTransactionMode,
    work: (store: IDBObjectStore) => IDBRequest<T> | null,
  ): Promise<T | undefined> {
    try {
      return await once(await database(), mode, work);
    } catch {
      opening = null;
      return once(await database(), mode, work);
    }
  }
  return {
    read: (key) => transact('readonly', (store) => store.get(key)),
    async readAll(keys) {
      const requests: IDBRequest[] = [];
      await transact('readonly', (store) => {
        requests.splice(0, requests.length, ...keys.map((key) => store.get(key)));
        return null;
      });
      return requests.map((request) => request.result as unknown);
    },
    async write(changes) {
      await transact('readwrite', (store) => put(store, changes));
    },
    async change(keys, decide) {
      await transact('readwrite', (store) => {
        const requests = keys.map((key) => store.get(key));
        // Requests of a transaction are answered in order: with the last all are.
        const last = requests.at(-1);
        if (last) last.onsuccess = () => put(store, decide(requests.map((request) => request.result)));
        return null;
      });
    },
  };
}

function put(store: IDBObjectStore, changes: Changes): null {
  for (const [key, value] of Object.entries(changes)) {
    if (value === undefined) store.delete(key);
    else store.put(value, key);
  }
  return null;
}

function open(name: string, dropped: () => void): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => {
      request.result.onversionchange = () => {
        request.result.close();
        dropped();
      };
      request.result.onclose = dropped;
      resolve(request.result);
    };
    request.onerror = () => reject(request.error);
  });
}

function once<T>(
  db: IDBDatabase,
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T> | null,
): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const transaction = db.transaction(STORE, mode, { durability: 'strict' });
    underWay.add(transaction);
    const request = work(transaction.objectStore(STORE));
    transaction.oncomplete = () => {
      underWay.delete(transaction);
      resolve(request?.result);
    };
    transaction.onabort = () => {
      underWay.delete(transaction);
      reject(transaction.error);
    };
    // The transaction itself knows of it only once it is broken off.
    transaction.onerror = ({ target }) =>
      reject(target instanceof IDBRequest ? target.error : transaction.error);
  });
}
