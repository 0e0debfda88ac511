import 'fake-indexeddb/auto';
import { uuidOf, WORKSPACE } from '@holdfast/shared/testing/build';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { localStoreContract } from '../testing/local-store-contract';
import { testContext } from '../testing/write-context';
import { databaseName, HoldfastDatabase } from './db';
import { createDexieStore } from './dexie-store';
import { mutate } from './mutate';
import { judgeStorageError, StorageFailure } from './storage-failure';

let count = 0;
const freshName = () => {
  count += 1;
  return databaseName(`test-${count}`);
};

localStoreContract('the Dexie store', async () => {
  const db = new HoldfastDatabase(freshName());
  await db.open();
  return { store: createDexieStore(db), close: () => db.delete() };
});

/** The browser's `transaction`, watched: each connection takes it as it is at opening. */
const watched = { error: '', times: 0, tried: 0, durability: [] as unknown[] };
function watchTransactions() {
  Object.assign(watched, { error: '', times: 0, tried: 0, durability: [] });
  const real = IDBDatabase.prototype.transaction;
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...args) {
    watched.durability.push(args[2]?.durability);
    // Dexie looks at the stores of a new connection with a transaction of its own.
    const isLook = args[2] === undefined;
    if (watched.times > 0 && !isLook) {
      watched.tried += 1;
      watched.times -= 1;
      throw new DOMException('whatever it says', watched.error);
    }
    return real.apply(this, args as Parameters<typeof real>);
  });
}
const failTransactions = (error: string, times: number) => Object.assign(watched, { error, times, tried: 0 });

describe('storage trouble', () => {
  let db: HoldfastDatabase;
  beforeEach(async () => {
    watchTransactions();
    db = new HoldfastDatabase(freshName());
    await db.open();
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await db.delete();
  });
  const add = (ctx = testContext(createDexieStore(db))) =>
    mutate(ctx, {
      workspaceId: WORKSPACE,
      name: 'task.add',
      ops: [{ op: 'create', entity: 'task', id: uuidOf(1), values: { title: 'Pay', position: 'a0' } }],
    });
  const outbox = () => createDexieStore(db).transaction('read', (tx) => tx.outbox());

  it.each(['InvalidStateError', 'UnknownError', 'AbortError', 'TransactionInactiveError'])(
    '[CL10] [H40] after %s the handle is replaced and the whole transaction runs again',
    async (name) => {
      failTransactions(name, 2);
      expect((await add()).kind).toBe('saved');
      expect(watched.tried).toBe(2);
      expect((await outbox()).map((entry) => entry.seq)).toEqual([1]);
    },
  );

  it('[CL10] [H40] still dead after three new handles: the result says so, nothing is stored', async () => {
    failTransactions('InvalidStateError', 1000);
    expect(await add()).toEqual({ kind: 'not_stored', trouble: 'dead' });
    // Four runs; Dexie opens anew once by itself as well.
    expect(watched.tried).toBeGreaterThanOrEqual(4);
    expect(watched.tried).toBeLessThanOrEqual(8);
    watched.times = 0;
    expect(await outbox()).toEqual([]);
  });

  it('[CL10] [H43] a full device is said so, and nothing is stored', async () => {
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('', 'QuotaExceededError');
    });
    expect(await add()).toEqual({ kind: 'not_stored', trouble: 'full' });
    vi.restoreAllMocks();
    expect(await outbox()).toEqual([]);
  });

  it('[H47] a failed read is an error, never an empty answer', async () => {
    failTransactions('UnknownError', 1000);
    await expect(createDexieStore(db).transaction('read', (tx) => tx.outbox())).rejects.toBeInstanceOf(
      StorageFailure,
    );
  });

  it('[H41] a write asks for strict durability, a receive does not', async () => {
    watched.durability.length = 0;
    const store = createDexieStore(db);
    await store.transaction('strict', (tx) => tx.putMeta('k', 1));
    await store.transaction('relaxed', (tx) => tx.putMeta('k', 2));
    expect(watched.durability).toEqual(['strict', 'relaxed']);
  });

  it('[H44] a newer version elsewhere closes this one at once, says so, and nothing is written any more', async () => {
    const onOutdated = vi.fn();
    const name = freshName();
    const old = new HoldfastDatabase(name, { onOutdated });
    await old.open();
    const newer = await new Promise<IDBDatabase>((resolve, reject) => {
      // Dexie multiplies its versions by ten.
      const request = indexedDB.open(name, 1000);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    expect(onOutdated).toHaveBeenCalledTimes(1);
    const ctx = testContext(createDexieStore(old));
    const result = await mutate(ctx, {
      workspaceId: WORKSPACE,
      name: 'task.add',
      ops: [{ op: 'create', entity: 'task', id: uuidOf(1), values: { title: 'Pay', position: 'a0' } }],
    });
    expect(result).toEqual({ kind: 'not_stored', trouble: 'closed' });
    newer.close();
    indexedDB.deleteDatabase(name);
  });

  it('[H44] an older tab that holds on is said to be in the way', async () => {
    const name = freshName();
    const holding = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(name, 1);
      request.onsuccess = () => resolve(request.result);
    });
    const blocked = new Promise<void>((resolve) => {
      const waiting = new HoldfastDatabase(name, { onBlocked: resolve });
      void waiting.open().then(() => waiting.delete());
    });
    await blocked;
    holding.close();
  });

  it('[H48] [H09] three tabs that write at once share one sequence without gaps', async () => {
    const tabs = await Promise.all(
      [1, 2, 3].map(async (seed) => {
        const tab = new HoldfastDatabase(db.name);
        await tab.open();
        return { tab, ctx: testContext(createDexieStore(tab), seed) };
      }),
    );
    await Promise.all(
      Array.from({ length: 60 }, (_, n) => {
        const { ctx } = tabs[n % 3] as (typeof tabs)[number];
        return mutate(ctx, {
          workspaceId: WORKSPACE,
          name: 'task.add',
          ops: [
            { op: 'create', entity: 'task', id: uuidOf(100 + n), values: { title: `T${n}`, position: 'a0' } },
          ],
        });
      }),
    );
    expect((await outbox()).map((entry) => entry.seq)).toEqual(Array.from({ length: 60 }, (_, n) => n + 1));
    for (const { tab } of tabs) tab.close();
  });
});

describe('what an error means', () => {
  it('[CL10] is decided by its class, not by its words', () => {
    expect(judgeStorageError(new DOMException('quota exceeded', 'UnknownError'))).toBe('dead-handle');
    expect(judgeStorageError(new DOMException('connection lost', 'QuotaExceededError'))).toBe('full');
    expect(judgeStorageError(new TypeError('InvalidStateError'))).toBe('not-storage');
  });

  it.each([
    ['QuotaExceededError', 'full'],
    ['AbortError', 'dead-handle'],
    ['ConstraintError', 'not-storage'],
  ])('[CL10] is decided by what became of each of many rows: %s', (name, verdict) => {
    expect(judgeStorageError(new Dexie.BulkError('', { 1: new DOMException('', name) }))).toBe(verdict);
  });
});
