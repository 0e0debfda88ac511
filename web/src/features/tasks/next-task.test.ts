import { step } from '@holdfast/shared/entities/step';
import { type Task, task } from '@holdfast/shared/entities/task';
import { nextTaskId } from '@holdfast/shared/sync/ids';
import { build, uuidOf, WORKSPACE } from '@holdfast/shared/testing/build';
import { describe, expect, it } from 'vitest';
import type { ActionContext } from '../../db/context';
import { turnLast } from '../../db/done';
import { mutate } from '../../db/mutate';
import type { Saved } from '../../db/write-result';
import { testContext } from '../../testing/write-context';
import { setStatus } from './actions';
import { completeTask, reopenTask } from './list-actions';
import { nextTask } from './next-task';

const T = uuidOf(1);
const NEXT = nextTaskId(T);
const weekly = (values = {}) =>
  build(task, {
    title: 'Water the seedlings',
    recurrence: 'FREQ=WEEKLY',
    dueOn: '2023-11-14',
    dueTime: '09:00',
    position: 'a5',
    ...values,
  });

/** The test's clock stands at 14 November 2023. */
async function world(values = {}) {
  const ctx = testContext();
  await ctx.store.transaction('relaxed', (tx) => tx.putRow('task', weekly(values) as never));
  const row = async (id: string) => (await ctx.look((tx) => tx.row('task', WORKSPACE, id))) as never as Task;
  return { ctx, row };
}

describe('the next of a repeating task', () => {
  it('[MG12] takes along what it is, where it stands and how long before it begins', () => {
    const next = nextTask(
      weekly({ startOn: '2023-11-12', remindAt: Date.parse('2023-11-13T10:00'), labels: [uuidOf(5)] }),
      '2023-11-14',
    );
    expect(next).toMatchObject({
      title: 'Water the seedlings',
      dueOn: '2023-11-21',
      dueTime: '09:00',
      startOn: '2023-11-19',
      remindAt: Date.parse('2023-11-20T10:00'),
      labels: [uuidOf(5)],
      position: 'a5',
      recurrence: 'FREQ=WEEKLY',
    });
    expect(nextTask(weekly({ recurrence: null }), '2023-11-14')).toBeNull();
  });

  it.each([
    ['completed', completeTask],
    ['set to done', (ctx: Parameters<typeof setStatus>[0], seen: Task) => setStatus(ctx, seen, 'done')],
  ] as const)('[MG12] %s: it is there at once, in the same mutation, with the derived id', async (_, act) => {
    const { ctx, row } = await world();
    expect(await act(ctx, weekly())).toMatchObject({ kind: 'saved' });
    expect(await row(T)).toMatchObject({ status: 'done' });
    expect(await row(NEXT)).toMatchObject({ status: 'todo', dueOn: '2023-11-21', deletedAt: null });
    expect(await ctx.look((tx) => tx.outboxCount())).toBe(1);
  });

  it('[MG12] [PU8] undo takes both back; done again it comes back, and never twice', async () => {
    const { ctx, row } = await world();
    await completeTask(ctx, weekly());
    expect(await turnLast(ctx, WORKSPACE, 'undone')).toMatchObject({ changed: 1, left: [] });
    expect(await row(T)).toMatchObject({ status: 'todo' });
    expect((await row(NEXT)).deletedAt).not.toBeNull();
    await completeTask(ctx, await row(T));
    expect(await row(NEXT)).toMatchObject({ deletedAt: null });
    // Reopened and done once more: the next one is there.
    await reopenTask(ctx, await row(T));
    const again = (await completeTask(ctx, await row(T))) as Saved;
    expect(again.rows.map((each) => each.id)).toEqual([T]);
  });

  it('[MG12] [PU8] what comes back after an undo follows the task as it is by then, not as it was', async () => {
    const { ctx, row } = await world({ custom: { bed: 'north' } });
    await completeTask(ctx, weekly({ custom: { bed: 'north' } }));
    await turnLast(ctx, WORKSPACE, 'undone');
    const moved = { title: 'Water the beans', dueOn: '2023-12-12', custom: { bed: 'south', can: 2 } };
    const { title, dueOn, custom } = await row(T);
    const changes = {
      title: { from: title, to: moved.title },
      dueOn: { from: dueOn, to: moved.dueOn },
      'custom.bed': { from: custom.bed ?? null, to: 'south' },
      'custom.can': { from: null, to: 2 },
    };
    await mutate(ctx, {
      workspaceId: WORKSPACE,
      name: 'task.edit',
      ops: [{ op: 'patch', entity: 'task', id: T, base: 0, changes }],
    });
    await completeTask(ctx, await row(T));
    const next = { ...moved, dueOn: '2023-12-19' };
    expect(await row(NEXT)).toMatchObject({ ...next, deletedAt: null });
    // And goes with the next undo, and comes with its redo.
    await turnLast(ctx, WORKSPACE, 'undone');
    expect((await row(NEXT)).deletedAt).not.toBeNull();
    await turnLast(ctx, WORKSPACE, 'stands');
    expect(await row(NEXT)).toMatchObject({ ...next, deletedAt: null });
  });

  it('[MG12] [PU8] and so does its checklist: a step that is new comes, one that was renamed is', async () => {
    const { ctx, row } = await world();
    let list = [build(step, { id: uuidOf(21), taskId: T, title: 'Can', position: 'a0' })];
    const listed: ActionContext = {
      ...ctx,
      read: { ...ctx.read, rows: () => Promise.resolve(list as never) },
    };
    await completeTask(listed, weekly());
    await turnLast(ctx, WORKSPACE, 'undone');
    list = [
      build(step, { id: uuidOf(21), taskId: T, title: 'Big can', position: 'a0' }),
      build(step, { id: uuidOf(22), taskId: T, title: 'Hose', position: 'a1' }),
    ];
    await completeTask(listed, await row(T));
    const steps = await ctx.look((tx) => tx.rows('step', WORKSPACE));
    expect(steps.map(({ taskId, title, deletedAt }) => ({ taskId, title, deletedAt }))).toEqual([
      { taskId: NEXT, title: 'Big can', deletedAt: null },
      { taskId: NEXT, title: 'Hose', deletedAt: null },
    ]);
  });

  it('[MG12] nothing comes back where the rule was ended since', async () => {
    const { ctx, row } = await world();
    await completeTask(ctx, weekly());
    await turnLast(ctx, WORKSPACE, 'undone');
    const ended = { ...(await row(T)), recurrence: 'FREQ=WEEKLY;COUNT=1' };
    await ctx.store.transaction('relaxed', (tx) => tx.putRow('task', ended as never));
    await completeTask(ctx, await row(T));
    expect((await row(NEXT)).deletedAt).not.toBeNull();
  });

  it('nothing comes after a task that does not repeat, or whose rule has ended', async () => {
    for (const recurrence of [null, 'FREQ=DAILY;COUNT=1', 'nonsense']) {
      const { ctx, row } = await world({ recurrence });
      await completeTask(ctx, weekly({ recurrence }));
      expect(await row(T)).toMatchObject({ status: 'done' });
      expect(await ctx.look((tx) => tx.rows('task', WORKSPACE))).toHaveLength(1);
    }
  });
});
