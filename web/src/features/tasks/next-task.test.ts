import type { Entity } from '@holdfast/shared/entities/define-entity';
import { type Task, task } from '@holdfast/shared/entities/task';
import { nextTaskId } from '@holdfast/shared/sync/ids';
import { build, uuidOf, WORKSPACE } from '@holdfast/shared/testing/build';
import { describe, expect, it } from 'vitest';
import { turnLast } from '../../db/done';
import type { Saved } from '../../db/write-result';
import { testContext } from '../../testing/write-context';
import { completeTask, reopenTask, setStatus } from './actions';
import { nextTask } from './next-task';

const T = uuidOf(1);
const NEXT = nextTaskId(T);
const weekly = (values = {}) =>
  build(
    task as unknown as Entity,
    {
      title: 'Water the seedlings',
      recurrence: 'FREQ=WEEKLY',
      dueOn: '2023-11-14',
      dueTime: '09:00',
      position: 'a5',
      ...values,
    } as never,
  ) as unknown as Task;

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

  it('nothing comes after a task that does not repeat, or whose rule has ended', async () => {
    for (const recurrence of [null, 'FREQ=DAILY;COUNT=1', 'nonsense']) {
      const { ctx, row } = await world({ recurrence });
      await completeTask(ctx, weekly({ recurrence }));
      expect(await row(T)).toMatchObject({ status: 'done' });
      expect(await ctx.look((tx) => tx.rows('task', WORKSPACE))).toHaveLength(1);
    }
  });
});
