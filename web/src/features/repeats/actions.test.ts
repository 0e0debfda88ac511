import { type Task, task } from '@holdfast/shared/entities/task';
import { nextTaskId } from '@holdfast/shared/sync/ids';
import { build, uuidOf, WORKSPACE } from '@holdfast/shared/testing/build';
import { describe, expect, it } from 'vitest';
import { turnLast } from '../../db/done';
import { testContext } from '../../testing/write-context';
import { completeTask } from '../tasks/list-actions';
import { pauseRepeat, resumeRepeat, skipRepeat } from './actions';
import { isPaused } from './paused-rule';

const T = uuidOf(1);

/** The test's clock stands at 14 November 2023, a Tuesday. */
async function world(values = {}) {
  const ctx = testContext();
  const first = build(task, {
    title: 'Water',
    recurrence: 'FREQ=WEEKLY',
    dueOn: '2023-11-14',
    position: 'a5',
    ...values,
  });
  await ctx.store.transaction('relaxed', (tx) => tx.putRow('task', first));
  const row = async (id = T) => (await ctx.look((tx) => tx.row('task', WORKSPACE, id))) as never as Task;
  return { ctx, row };
}

describe('skipping', () => {
  it('moves the task to the next day of its rule, with its start and reminder, and undo brings it back', async () => {
    const { ctx, row } = await world({
      startOn: '2023-11-12',
      remindAt: Date.parse('2023-11-14T08:00'),
      recurrence: 'FREQ=WEEKLY;COUNT=3',
    });
    await skipRepeat(ctx, await row());
    const skipped = {
      status: 'todo',
      dueOn: '2023-11-21',
      startOn: '2023-11-19',
      remindAt: Date.parse('2023-11-21T08:00'),
      recurrence: 'FREQ=WEEKLY;COUNT=2',
    };
    expect(await row()).toMatchObject(skipped);
    await turnLast(ctx, WORKSPACE, 'undone');
    expect(await row()).toMatchObject({ dueOn: '2023-11-14', recurrence: 'FREQ=WEEKLY;COUNT=3' });
  });

  it('the last one stays', async () => {
    const { ctx, row } = await world({ recurrence: 'FREQ=WEEKLY;COUNT=1' });
    expect(await skipRepeat(ctx, await row())).toEqual({ kind: 'unchanged' });
    expect(await row()).toMatchObject({ dueOn: '2023-11-14' });
  });
});

describe('pausing', () => {
  it('[MG12] done while it rests, no next one comes; gone on with, it comes, once', async () => {
    const { ctx, row } = await world();
    await pauseRepeat(ctx, await row());
    expect(isPaused((await row()).recurrence)).toBe(true);
    await completeTask(ctx, await row());
    expect(await row(nextTaskId(T))).toBeUndefined();
    await resumeRepeat(ctx, await row());
    expect(await row()).toMatchObject({ status: 'done', recurrence: 'FREQ=WEEKLY' });
    expect(await row(nextTaskId(T))).toMatchObject({ dueOn: '2023-11-21', recurrence: 'FREQ=WEEKLY' });
  });

  it('gone on with while it is open, it moves to the next day that is not past', async () => {
    const { ctx, row } = await world({ dueOn: '2023-10-31' });
    await pauseRepeat(ctx, await row());
    await resumeRepeat(ctx, await row());
    expect(await row()).toMatchObject({ dueOn: '2023-11-14', recurrence: 'FREQ=WEEKLY' });
  });

  it('gone on with in time, its day stays', async () => {
    const { ctx, row } = await world({ dueOn: '2023-11-20' });
    await pauseRepeat(ctx, await row());
    await resumeRepeat(ctx, await row());
    expect(await row()).toMatchObject({ dueOn: '2023-11-20', recurrence: 'FREQ=WEEKLY' });
  });
});
