import 'fake-indexeddb/auto';
import { task } from '@holdfast/shared/entities/task';
import { build, uuidOf, WORKSPACE } from '@holdfast/shared/testing/build';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { databaseName, HoldfastDatabase } from '../../db/db';
import { createDexieStore } from '../../db/dexie-store';
import { mutate } from '../../db/mutate';
import { testContext } from '../../testing/write-context';
import { startSearchFeed } from './search-feed';
import { createSearchIndex } from './search-index';
import type { IndexState } from './search-protocol';

let count = 0;
let db: HoldfastDatabase;
let reading: HoldfastDatabase;
const ends: (() => void)[] = [];
beforeEach(async () => {
  count += 1;
  db = new HoldfastDatabase(databaseName(`search-${count}`));
  await db.open();
  reading = new HoldfastDatabase(db.name);
});
afterEach(async () => {
  for (const end of ends.splice(0)) end();
  reading.close();
  await db.delete();
});

/** An index on a connection of its own, as the worker's is, and what waits for it to fit. */
function feed(workspaceId = WORKSPACE) {
  const index = createSearchIndex();
  let state: IndexState = { ready: false, tasks: 0 };
  const looks = new Set<() => void>();
  const failures: unknown[] = [];
  ends.push(
    startSearchFeed({
      db: reading,
      workspaceId,
      index,
      changed(next) {
        state = next;
        for (const look of looks) look();
      },
      failed: (error) => failures.push(error),
    }),
  );
  const titles = (words: string) =>
    index
      .ask({ words, doneToo: true, me: null, limit: 1_000 }, 0)
      .tasks.map(({ title }) => title.map(({ text }) => text).join(''))
      .sort();
  const until = (fits: () => boolean) =>
    new Promise<void>((done) => {
      const look = () => {
        if (!fits()) return;
        looks.delete(look);
        done();
      };
      looks.add(look);
      look();
    });
  return { titles, until, ready: () => until(() => state.ready), tasks: () => state.tasks, failures };
}

const context = () => testContext(createDexieStore(db), 7);
const add = (n: number, title: string, workspaceId = WORKSPACE) =>
  mutate(context(), {
    workspaceId,
    name: 'task.add',
    ops: [{ op: 'create', entity: 'task', id: uuidOf(n), values: { title, position: `a${n}` } }],
  });
const rows = (from: number, to: number, title: (n: number) => string) =>
  Array.from({ length: to - from }, (_, i) =>
    build(task, {
      id: uuidOf(from + i),
      title: title(from + i),
      position: `a${from + i}`,
    }),
  );
/** As a page of a pull writes them: many at once. */
const receive = (many: ReturnType<typeof rows>) =>
  createDexieStore(db).transaction('relaxed', (tx) => tx.putRows('task', many));

it('takes in what is there, in stretches, and what is written meanwhile', async () => {
  await receive(rows(1, 1_000, (n) => `first ${n}`));
  const search = feed();
  await add(5_000, 'written meanwhile');
  await search.ready();
  await search.until(() => search.titles('meanwhile').length === 1);
  expect(search.tasks()).toBe(1_000);
  expect(search.titles('first').length).toBe(999);
});

it('follows one row, and many at once', async () => {
  const search = feed();
  await search.ready();
  await add(1, 'order rope');
  await search.until(() => search.titles('rope').length === 1);
  await receive(rows(10, 200, (n) => `pulled ${n}`));
  await search.until(() => search.titles('pulled').length === 190);
  await receive(rows(10, 200, (n) => `renamed ${n}`));
  await search.until(() => search.titles('renamed').length === 190);
  expect(search.titles('pulled')).toEqual([]);
  expect(search.titles('rope')).toEqual(['order rope']);
});

it('what a removed member may not keep leaves the index', async () => {
  await receive(rows(1, 100, (n) => `secret ${n}`));
  const search = feed();
  await search.ready();
  expect(search.titles('secret').length).toBe(99);
  await createDexieStore(db).transaction('relaxed', async (tx) => {
    for (const id of await tx.rowIds('task', WORKSPACE)) await tx.deleteRow('task', WORKSPACE, id);
  });
  await search.until(() => search.tasks() === 0);
  expect(search.titles('secret')).toEqual([]);
});

it('knows one workspace alone', async () => {
  await add(1, 'here');
  await add(2, 'elsewhere', uuidOf(0xa1));
  const search = feed();
  await search.ready();
  await add(3, 'elsewhere too', uuidOf(0xa1));
  await add(4, 'here too');
  await search.until(() => search.titles('here').length === 2);
  expect(search.titles('elsewhere')).toEqual([]);
});

it('says that it failed where the database is gone', async () => {
  reading.close();
  const search = feed();
  await expect.poll(() => search.failures.length).toBe(1);
});
