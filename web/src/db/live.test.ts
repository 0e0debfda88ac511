import 'fake-indexeddb/auto';
import { uuidOf, WORKSPACE } from '@holdfast/shared/testing/build';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { server } from '../testing/receiving';
import { testContext } from '../testing/write-context';
import { databaseName, HoldfastDatabase, restAll, tablesOf, wakeAll } from './db';
import { createDexieStore } from './dexie-store';
import { BESIDE_MS, type Live, type LiveSource, liveSource } from './live';
import type { LocalStore } from './local-store';
import { mutate } from './mutate';
import { createReader, type Reader } from './reader';
import { judgeStorageError } from './storage-failure';

let count = 0;
let db: HoldfastDatabase;
let store: LocalStore;
beforeEach(async () => {
  count += 1;
  db = new HoldfastDatabase(databaseName(`live-${count}`));
  await db.open();
  store = createDexieStore(db);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await db.delete();
});

const add = (n: number, to = store) =>
  mutate(testContext(to, n), {
    workspaceId: WORKSPACE,
    name: 'task.add',
    ops: [{ op: 'create', entity: 'task', id: uuidOf(n), values: { title: `Task ${n}`, position: `a${n}` } }],
  });
const inbox = (read: Reader) => read.ids('task', { index: 'place', from: [WORKSPACE, 0, '', 0] });

/** Waits until the source says something that fits. */
const until = <T>(source: LiveSource<T>, fits: (live: Live<T>) => boolean): Promise<Live<T>> =>
  new Promise((resolve) => {
    const look = () => {
      if (!fits(source.get())) return;
      stop();
      resolve(source.get());
    };
    const stop = source.subscribe(look);
    look();
  });
const has = (length: number) => (live: Live<readonly unknown[]>) =>
  live.state === 'ready' && live.value.length === length;

describe('a page that is kept aside', () => {
  it('[H40] holds nobody up: what is under way is broken off, and done once the page is back', async () => {
    const elsewhere = new HoldfastDatabase(db.name);
    await elsewhere.open();
    const source = liveSource(db, inbox);
    const shown = until(source, has(2));
    // Stands still in the midst of a write, with every other writer behind it.
    const rows = tablesOf(db.strict).rows('task');
    const held = db.strict
      .transaction('rw', rows, async () => {
        await rows.count();
        db.rest();
        await Dexie.waitFor(new Promise(() => undefined));
      })
      .catch(judgeStorageError);
    await expect(held).resolves.toBe('dead-handle');
    const adding = add(1);
    await add(2, createDexieStore(elsewhere));
    await expect(createReader(elsewhere).all('task', WORKSPACE)).resolves.toHaveLength(1);
    expect(source.get().state).toBe('loading');

    db.wake();
    await adding;
    await shown;
    elsewhere.close();
  });

  it('[H40] rows that were being put in the midst of it are put once the page is back', async () => {
    const rows = Array.from({ length: 300 }, (_, n) => server(n + 1));
    let rest = (): void => undefined;
    const rested = new Promise<void>((resolve) => {
      rest = () => {
        db.rest();
        resolve();
      };
    });
    const putting = store.transaction('relaxed', async (tx) => {
      const put = tx.putRows('task', rows);
      rest();
      await put;
    });
    await rested;
    rest = () => undefined;
    db.wake();
    await putting;
    await expect(createReader(db).all('task', WORKSPACE)).resolves.toHaveLength(300);
  });

  it('[H40] closed meanwhile, it keeps nobody waiting', async () => {
    const closing = new HoldfastDatabase(db.name);
    restAll();
    const opened = closing.open();
    closing.close();
    await expect(opened).rejects.toMatchObject({ trouble: 'closed' });
    wakeAll();
  });

  it('[H40] opens once it is back, where it was left while it opened', async () => {
    const opening = new HoldfastDatabase(db.name);
    const opened = opening.open();
    opening.rest();
    opening.wake();
    await opened;
    await expect(createReader(opening).all('task', WORKSPACE)).resolves.toEqual([]);
    opening.close();
  });
});

describe('the reader', () => {
  it('answers each of its questions [H63]', async () => {
    await add(1);
    await add(2);
    const read = createReader(db);
    const place = { index: 'place', from: [WORKSPACE, 0, '', 0] };
    const idsOf = (rows: readonly { readonly id: string }[]) => rows.map((row) => row.id);
    const both = [uuidOf(1), uuidOf(2)];
    expect(idsOf(await read.all('task', WORKSPACE))).toEqual(both);
    expect(await read.all('task', uuidOf(0xa9))).toEqual([]);
    expect(idsOf(await read.everywhere('task'))).toEqual(both);
    expect(idsOf(await read.rows('task', place))).toEqual(both);
    expect(idsOf(await read.rows('task', { ...place, newestFirst: true, limit: 1 }))).toEqual([uuidOf(2)]);
    expect(idsOf(await read.rowsByIds('task', WORKSPACE, [uuidOf(2), uuidOf(7), uuidOf(1)]))).toEqual([
      uuidOf(2),
      uuidOf(1),
    ]);
    expect((await read.last('task', place))?.id).toBe(uuidOf(2));
    expect(await read.count('task', place)).toBe(2);
    expect(Object.keys((await read.row('task', WORKSPACE, uuidOf(1))) ?? {})).not.toContain('keys');
    expect((await read.outbox(WORKSPACE, 1, true)).map((entry) => entry.seq)).toEqual([2]);
    expect(await read.outboxOf([`${WORKSPACE}/task/${uuidOf(1)}`])).toHaveLength(1);
    expect([await read.outboxCount(), await read.outboxCount(WORKSPACE)]).toEqual([2, 2]);
    expect([await read.rejected(WORKSPACE), await read.acked(WORKSPACE)]).toEqual([[], []]);
    expect(await read.meta(`seq/${WORKSPACE}`)).toBe(2);
    await store.transaction('relaxed', async (tx) => {
      const [first, second] = await tx.outbox();
      if (!first || !second) throw new Error('nothing waits');
      const entry = { workspaceId: WORKSPACE, rows: [], version: 1, outcome: 'applied', passed: 0 } as const;
      await tx.putAcked({ ...entry, mutation: first.mutation, ackedAt: 5 });
      await tx.putAcked({ ...entry, mutation: second.mutation, ackedAt: 9, passed: 1 });
    });
    expect((await read.acked(WORKSPACE)).map((entry) => entry.ackedAt)).toEqual([9, 5]);
    expect((await read.acked(WORKSPACE, 6)).map((entry) => entry.ackedAt)).toEqual([9]);
  });
});

describe('a live query', () => {
  it('is loading, then ready, and sees strict writes and relaxed ones', async () => {
    const source = liveSource(db, inbox);
    const keep = source.subscribe(() => undefined);
    expect(source.get()).toEqual({ state: 'loading' });
    await until(source, has(0));
    await add(1);
    await until(source, has(1));
    await store.transaction('relaxed', async (tx) => {
      const row = await tx.row('task', WORKSPACE, uuidOf(1));
      if (row) await tx.putRow('task', { ...row, id: uuidOf(2), position: 'a2' });
    });
    expect(await until(source, has(2))).toEqual({ state: 'ready', value: [uuidOf(1), uuidOf(2)] });
    keep();
  });

  it('what stands beside is asked again once for many writes, after what was tapped, and goes on hearing', async () => {
    const pauses: (() => void)[] = [];
    const pass = setTimeout;
    vi.spyOn(globalThis, 'setTimeout').mockImplementation(((call: () => void, ms?: number) =>
      ms === BESIDE_MS ? pauses.push(call) : pass(call, ms)) as typeof setTimeout);
    let asked = 0;
    const beside = liveSource(
      db,
      (read) => {
        asked += 1;
        return inbox(read);
      },
      'beside',
    );
    const first = liveSource(db, inbox);
    const stops = [beside, first].map((source) => source.subscribe(() => undefined));
    await Promise.all([until(beside, has(0)), until(first, has(0))]);
    for (const n of [2, 4]) {
      asked = 0;
      await add(n - 1);
      await until(first, has(n - 1));
      await add(n);
      await until(first, has(n));
      expect({ asked, pauses: pauses.length }).toEqual({ asked: 0, pauses: 1 });
      pauses.shift()?.();
      await until(beside, has(n));
      expect(asked).toBe(1);
    }
    for (const stop of stops) stop();
  });

  it('[CL6] [H48] sees what another tab writes', async () => {
    const source = liveSource(db, inbox);
    const keep = source.subscribe(() => undefined);
    await until(source, has(0));
    const tab = new HoldfastDatabase(db.name);
    await tab.open();
    await add(1, createDexieStore(tab));
    await until(source, has(1));
    tab.close();
    keep();
  });

  it('[H47] a read that fails is an error, never an empty answer', async () => {
    const source = liveSource(db, () => Promise.reject(new DOMException('', 'NotReadableError')));
    const live = await until(source, ({ state }) => state !== 'loading');
    expect(live).toMatchObject({ state: 'error', failure: { trouble: 'dead' } });
  });

  it('[CL10] [H40] a dead handle is replaced and the question asked again', async () => {
    await add(1);
    let failures = 2;
    const source = liveSource(db, (read) => {
      failures -= 1;
      return failures >= 0 ? Promise.reject(new DOMException('', 'InvalidStateError')) : inbox(read);
    });
    expect(await until(source, ({ state }) => state !== 'loading')).toEqual({
      state: 'ready',
      value: [uuidOf(1)],
    });
    // And goes on being live.
    const keep = source.subscribe(() => undefined);
    await add(2);
    await until(source, has(2));
    keep();
  });

  it('[CL10] [H40] many that find the connection dead at once replace it once, and all read again', async () => {
    await add(1);
    // Dexie binds the method when it opens: planted before.
    const alive = IDBDatabase.prototype.transaction;
    const dead = new Set<IDBDatabase>();
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...args) {
      if (dead.has(this)) throw new DOMException('', 'UnknownError');
      return alive.apply(this, args);
    });
    const tab = new HoldfastDatabase(db.name);
    await tab.open();
    for (const one of [tab.relaxed, tab.strict]) dead.add(one.backendDB());
    const reopen = vi.spyOn(tab, 'reopen');
    const before = tab.generation;
    const sources = Array.from({ length: 6 }, () => liveSource(tab, inbox));
    for (const live of await Promise.all(
      sources.map((one) => until(one, ({ state }) => state !== 'loading')),
    ))
      expect(live).toEqual({ state: 'ready', value: [uuidOf(1)] });
    expect(reopen).toHaveBeenCalled();
    expect(tab.generation).toBe(before + 1);
    tab.close();
  });

  it('[CL10] [H40] [H47] a database that did not open any more is read by whoever asks once it does', async () => {
    await add(1);
    const alive = IDBDatabase.prototype.transaction;
    let sick = false;
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...args) {
      // Of the double's own calls in opening, none: only of those who use a connection.
      const by = new Error('who asks').stack?.split('\n').find((line) => /dexie|FDBFactory/.test(line));
      if (sick && by?.includes('dexie')) throw new DOMException('', 'UnknownError');
      return alive.apply(this, args);
    });
    const tab = new HoldfastDatabase(db.name);
    await tab.open();
    sick = true;
    const sources = Array.from({ length: 3 }, () => liveSource(tab, inbox));
    const keep = sources.map((one) => one.subscribe(() => undefined));
    await Promise.all(sources.map((one) => until(one, ({ state }) => state === 'error')));
    sick = false;
    // One of them is asked again: it answers, and so do the others.
    await until(liveSource(tab, inbox), has(1));
    await Promise.all(sources.map((one) => until(one, has(1))));
    for (const stop of keep) stop();
    tab.close();
  });

  it('[CL10] [H40] after trouble that three new connections did not end, all read again once one comes through', async () => {
    await add(1);
    let sick = true;
    const query = (read: Reader) =>
      sick ? Promise.reject(new DOMException('', 'UnknownError')) : inbox(read);
    const sources = Array.from({ length: 3 }, () => liveSource(db, query));
    const keep = sources.map((one) => one.subscribe(() => undefined));
    await Promise.all(sources.map((one) => until(one, ({ state }) => state === 'error')));
    sick = false;
    // Somebody's write comes through: nobody has to ask each list to try again.
    await add(2);
    await Promise.all(sources.map((one) => until(one, has(2))));
    for (const stop of keep) stop();
  });
});
