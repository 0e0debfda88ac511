import 'fake-indexeddb/auto';
import { uuidOf, WORKSPACE } from '@holdfast/shared/testing/build';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testContext } from '../testing/write-context';
import { databaseName, HoldfastDatabase } from './db';
import { createDexieStore } from './dexie-store';
import { type Live, type LiveSource, liveSource, type Query } from './live';
import { mutate } from './mutate';

const [boat, house] = [uuidOf(0xb0), uuidOf(0xb1)];
let db: HoldfastDatabase;
let ctx: ReturnType<typeof testContext>;
let runs = 0;
beforeEach(async () => {
  runs += 1;
  db = new HoldfastDatabase(databaseName(`changed-${runs}`));
  await db.open();
  ctx = testContext(createDexieStore(db), 1);
});
afterEach(() => db.delete());

const add = (n: number, projectId: string) =>
  mutate(ctx, {
    workspaceId: WORKSPACE,
    name: 'task.add',
    ops: [
      {
        op: 'create',
        entity: 'task',
        id: uuidOf(n),
        values: { title: `T${n}`, position: `a${n}`, projectId },
      },
    ],
  });
const patch = (n: number, changes: { readonly [field: string]: { from: string; to: string } }) =>
  mutate(ctx, {
    workspaceId: WORKSPACE,
    name: 'task.edit',
    ops: [{ op: 'patch', entity: 'task', id: uuidOf(n), base: 0, changes }],
  });

/** A live count of a project's open tasks that notes how often it was asked. */
function counted(projectId: string): { asked: () => number; source: LiveSource<number>; stop: () => void } {
  let asked = 0;
  const query: Query<number> = (read) => {
    asked += 1;
    return read.count('task', { index: 'place', from: [WORKSPACE, 0, projectId, 0] });
  };
  const source = liveSource(db, query);
  return { asked: () => asked, source, stop: source.subscribe(() => undefined) };
}
const until = (source: LiveSource<number>, value: number): Promise<void> =>
  new Promise((resolve) => {
    const look = (live: Live<number>) => {
      if (live.state === 'ready' && live.value === value) resolve();
    };
    source.subscribe(() => look(source.get()));
    look(source.get());
  });

describe('a live query runs again', () => {
  it('only when its own stretch of an index changed', async () => {
    await add(1, boat);
    const [inBoat, inHouse] = [counted(boat), counted(house)];
    await Promise.all([until(inBoat.source, 1), until(inHouse.source, 0)]);
    const before = [inBoat.asked(), inHouse.asked()];
    await add(2, boat);
    await until(inBoat.source, 2);
    // A title is in neither stretch; the move after it is in both, and its end shows that the title's came to nothing.
    await patch(1, { title: { from: 'T1', to: 'Sand the deck' } });
    await patch(1, { projectId: { from: boat, to: house } });
    await Promise.all([until(inBoat.source, 1), until(inHouse.source, 1)]);
    expect([inBoat.asked() - (before[0] ?? 0), inHouse.asked() - (before[1] ?? 0)]).toEqual([2, 1]);
    inBoat.stop();
    inHouse.stop();
  });

  it('not where entries were only marked for the sender: it is no time to keep the page busy', async () => {
    await add(1, boat);
    let asked = 0;
    const outbox = liveSource(db, (read) => {
      asked += 1;
      return read.outboxCount();
    });
    const stop = outbox.subscribe(() => undefined);
    await until(outbox, 1);
    const before = asked;
    await ctx.store.transaction('strict', async (tx) =>
      tx.markFrozen((await tx.outbox()).map((entry) => ({ ...entry, frozen: 1 }))),
    );
    expect(await ctx.look((tx) => tx.outbox())).toMatchObject([{ frozen: 1 }]);
    await add(2, boat);
    await until(outbox, 2);
    expect(asked - before).toBe(1);
    stop();
  });
});
