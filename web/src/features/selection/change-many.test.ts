import 'fake-indexeddb/auto';
import { type Task, task as taskEntity } from '@holdfast/shared/entities/task';
import { MAX_OPS } from '@holdfast/shared/sync/op';
import { build, uuidOf, WORKSPACE } from '@holdfast/shared/testing/build';
import { afterEach, describe, expect, it } from 'vitest';
import type { ActionContext } from '../../db/context';
import { HoldfastDatabase } from '../../db/db';
import { createDexieStore } from '../../db/dexie-store';
import { createReader } from '../../db/reader';
import { testContext } from '../../testing/write-context';
import { undoLast } from '../undo/actions';
import { changeMany, inMutations, lookAround } from './change-many';
import { type ManyChange, opOn } from './many-changes';

const task = (n: number, more: object = {}): Task =>
  build(taskEntity, { id: uuidOf(n), version: 1, ...more });

let opened: HoldfastDatabase | null = null;
afterEach(async () => {
  await opened?.delete();
  opened = null;
});

/** A device that holds these tasks, as the server sent them. */
async function holding(tasks: readonly Task[]) {
  const db = new HoldfastDatabase('test/change-many');
  await db.open();
  opened = db;
  const ctx = { ...testContext(createDexieStore(db)), read: createReader(db) };
  await ctx.store.transaction('relaxed', (tx) => tx.putRows('task', tasks as never));
  const all = () =>
    createReader(db).rowsByIds(
      'task',
      WORKSPACE,
      tasks.map(({ id }) => id),
    );
  return { ctx, all };
}

const changed = async (...[ctx, tasks, change]: [ActionContext, readonly Task[], ManyChange]) =>
  changeMany(
    ctx,
    tasks,
    change,
    await lookAround(
      ctx,
      tasks.map(({ id }) => id),
      change,
    ),
  );

describe('many at once', () => {
  it('[CL1] a thousand are one transaction, one group, and one undo', async () => {
    const tasks = Array.from({ length: 1000 }, (_, n) => task(n + 1));
    const { ctx, all } = await holding(tasks);
    let transactions = 0;
    const counted: typeof ctx.store = {
      transaction: (mode, work, scope) => {
        transactions += mode === 'strict' ? 1 : 0;
        return ctx.store.transaction(mode, work, scope);
      },
    };
    const results = await changed({ ...ctx, store: counted }, tasks, { do: 'priority', priority: 3 });
    expect(transactions).toBe(1);
    expect(results).toHaveLength(1000 / MAX_OPS);
    expect((await all()).every((one) => one.priority === 3)).toBe(true);
    const outbox = await ctx.look((tx) => tx.outbox(WORKSPACE));
    expect(new Set(outbox.map((entry) => entry.mutation.group)).size).toBe(1);
    expect(outbox.flatMap((entry) => entry.mutation.ops)).toHaveLength(1000);

    const turned = await undoLast(ctx);
    expect(turned.kind === 'turned' && turned.changed).toBe(results.length);
    expect((await all()).every((one) => one.priority === 2)).toBe(true);
  }, 60_000);

  it('what stands below a task goes and moves with it, as when it is the only one; once, if it is selected too', async () => {
    const parent = task(1, { position: 'a1' });
    const below = [
      task(2, { parentId: parent.id, position: 'a2' }),
      task(3, { parentId: parent.id, position: 'a3' }),
    ];
    const { ctx, all } = await holding([parent, ...below]);
    await changed(ctx, [parent, ...below.slice(1)], { do: 'move', projectId: uuidOf(99) });
    expect((await all()).map((one) => one.projectId)).toEqual([uuidOf(99), uuidOf(99), uuidOf(99)]);
    await changed(ctx, (await all()).slice(0, 1), { do: 'delete' });
    expect((await all()).every((one) => one.deletedAt !== null)).toBe(true);
    const outbox = await ctx.look((tx) => tx.outbox(WORKSPACE));
    expect(outbox.flatMap((entry) => entry.mutation.ops)).toHaveLength(6);
    await undoLast(ctx);
    expect((await all()).every((one) => one.deletedAt === null)).toBe(true);
  });

  it('writes nothing where nothing changes', async () => {
    const tasks = [task(1, { priority: 3 }), task(2)];
    const { ctx } = await holding(tasks);
    const results = await changed(ctx, tasks, { do: 'priority', priority: 3 });
    expect(results.flatMap((one) => (one.kind === 'saved' ? one.rows.map((row) => row.id) : []))).toEqual([
      uuidOf(2),
    ]);
    expect(await changed(ctx, [tasks[0] as Task], { do: 'priority', priority: 3 })).toEqual([]);
  });

  it('[MG11] moves them to the end of a list in the order in which they stood', async () => {
    const tasks = [task(3), task(1), task(2)];
    const { ctx, all } = await holding(tasks);
    await changed(ctx, tasks, { do: 'move', projectId: uuidOf(900) });
    const moved = await all();
    expect(moved.map(({ projectId }) => projectId)).toEqual(Array(3).fill(uuidOf(900)));
    const positions = moved.map(({ position }) => position);
    expect([...positions].sort()).toEqual(positions);
  });

  it('a label that does not exist yet is made with it: one mutation, one undo', async () => {
    const tasks = [task(1), task(2)];
    const { ctx, all } = await holding(tasks);
    const [id, newName] = [uuidOf(50), 'yard'];
    const results = await changed(ctx, tasks, { do: 'label', id, on: true, newName });
    expect(results).toMatchObject([{ kind: 'saved' }]);
    expect((await all()).map(({ labels }) => labels)).toEqual([[id], [id]]);
    expect(await ctx.read.row('label', WORKSPACE, id)).toMatchObject({ name: 'yard' });

    await undoLast(ctx);
    expect((await all()).map(({ labels }) => labels)).toEqual([[], []]);
    expect(await ctx.read.row('label', WORKSPACE, id)).toMatchObject({ deletedAt: expect.any(Number) });
  });

  it('[MG12] completes repeating ones with their next', async () => {
    const tasks = [task(1, { recurrence: 'FREQ=DAILY', dueOn: '2026-03-12' }), task(2)];
    const { ctx } = await holding(tasks);
    const [saved] = await changed(ctx, tasks, { do: 'complete' });
    if (saved?.kind !== 'saved') throw new Error('not saved');
    expect(saved.rows).toHaveLength(3);
  });
});

describe('a change of one of them', () => {
  const changed = (change: Parameters<typeof opOn>[0], one: Task) => {
    const op = opOn(change, one, () => 'a1');
    return op?.op === 'patch' ? op.changes : op;
  };

  it('what is done waits for nothing', () => {
    const one = task(1, { status: 'blocked', blockedReason: 'paint' });
    expect(changed({ do: 'complete' }, one)).toEqual({
      status: { from: 'blocked', to: 'done' },
      blockedReason: { from: 'paint', to: null },
    });
  });

  it('keeps the time of day unless one is given, and takes it off with the date', () => {
    const one = task(1, { dueOn: '2026-03-12', dueTime: '09:00' });
    expect(changed({ do: 'schedule', dueOn: '2026-03-13', dueTime: null }, one)).toEqual({
      dueOn: { from: '2026-03-12', to: '2026-03-13' },
    });
    expect(changed({ do: 'schedule', dueOn: null, dueTime: null }, one)).toEqual({
      dueOn: { from: '2026-03-12', to: null },
      dueTime: { from: '09:00', to: null },
    });
  });

  it('adds and takes one label, and leaves the others', () => {
    const one = task(1, { labels: [uuidOf(50), uuidOf(51)] });
    expect(changed({ do: 'label', id: uuidOf(52), on: true }, one)).toEqual({
      labels: { from: [uuidOf(50), uuidOf(51)], to: [uuidOf(50), uuidOf(51), uuidOf(52)] },
    });
    expect(changed({ do: 'label', id: uuidOf(50), on: false }, one)).toEqual({
      labels: { from: [uuidOf(50), uuidOf(51)], to: [uuidOf(51)] },
    });
    expect(changed({ do: 'label', id: uuidOf(50), on: true }, one)).toBeNull();
  });

  it('does not complete what is done, nor delete what is deleted', () => {
    expect(changed({ do: 'complete' }, task(1, { status: 'cancelled' }))).toBeNull();
    expect(changed({ do: 'delete' }, task(1, { deletedAt: 5 }))).toBeNull();
  });
});

it('no mutation is fuller than may be, and what belongs together stays together', () => {
  const op = (n: number) => opOn({ do: 'delete' }, task(n), () => '') as NonNullable<ReturnType<typeof opOn>>;
  const pairs = Array.from({ length: MAX_OPS }, (_, n) => [op(2 * n + 1), op(2 * n + 2)]);
  const lists = inMutations([[op(999)], ...pairs]);
  expect(lists.map((list) => list.length)).toEqual([MAX_OPS - 1, MAX_OPS, 2]);
});
