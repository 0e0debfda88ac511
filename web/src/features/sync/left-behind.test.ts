import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HoldfastDatabase } from '../../db/db';
import { createDexieStore } from '../../db/dexie-store';
import { createReader } from '../../db/reader';
import { forgetLeftBehind, leftWords, liveLeftBehind } from './left-behind';

let db: HoldfastDatabase;
beforeEach(async () => {
  db = new HoldfastDatabase('left-behind');
  await db.open();
});
afterEach(() => db.delete());

const mutation = { id: 'm', seq: 1, schema: 1, at: 0, seen: null, name: 'task.add', group: null, ops: [] };

describe('changes of a workspace that was left', () => {
  it('[CL8] [H65] are listed with its name until they are given up', async () => {
    const store = createDexieStore(db);
    await store.transaction('strict', async (tx) => {
      await tx.putMeta('left/w1', { leftAt: 5, name: 'Harbour Studio', mutations: [mutation, mutation] });
      await tx.putMeta('leftovers', 'something else');
    });
    const [left, ...more] = await liveLeftBehind()(createReader(db));
    expect(more).toEqual([]);
    expect(left && leftWords(left)).toBe(
      'You are no longer in Harbour Studio. Your 2 unsent changes are kept here: copy them, or save them as a file.',
    );
    await forgetLeftBehind(store, 'left/w1');
    expect(await liveLeftBehind()(createReader(db))).toEqual([]);
  });

  it('one without a name and with one change', () => {
    expect(leftWords({ key: 'left/w', workspaceName: '', mutations: [mutation] })).toBe(
      'You are no longer in a workspace. Your 1 unsent change is kept here: copy it, or save it as a file.',
    );
  });
});
