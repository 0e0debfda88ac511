/**
 * What a press in a list does to its task: all that the first screen writes. The rest is in `actions.ts`, which knows
 * where in a list a task goes and comes later. As there, `from` and `base` are what the author saw (CL1).
 */
import type { Task } from '@holdfast/shared/entities/task';
import type { ActionContext } from '../../db/context';
import { rowActions, type SeenRow } from '../../db/row-actions';
import { orNotStored, type WriteResult } from '../../db/write-result';
import { nextOf } from './next-of';

const tasks = rowActions('task');

/** The task as its author saw it. */
export type Seen<F extends keyof Task = never> = SeenRow<Task, F>;

/** A repeating one brings the next along, in the same mutation (MG12). */
export const completeTask = (ctx: ActionContext, seen: Task): Promise<WriteResult> =>
  orNotStored(async () =>
    tasks.patch(
      ctx,
      'complete',
      seen,
      {
        status: { from: seen.status, to: 'done' },
        // Only what is blocked waits for something.
        ...(seen.blockedReason === null ? {} : { blockedReason: { from: seen.blockedReason, to: null } }),
      },
      await nextOf(ctx, seen),
    ),
  );

export const reopenTask = (ctx: ActionContext, seen: Seen<'status'>): Promise<WriteResult> =>
  tasks.patch(ctx, 'reopen', seen, { status: { from: seen.status, to: 'todo' } });

/** A time of day needs a day; without one there is none. */
export const scheduleTask = (
  ctx: ActionContext,
  seen: Seen<'dueOn' | 'dueTime'>,
  due: { readonly dueOn: string | null; readonly dueTime: string | null },
): Promise<WriteResult> =>
  tasks.patch(ctx, 'schedule', seen, {
    dueOn: { from: seen.dueOn, to: due.dueOn },
    dueTime: { from: seen.dueTime, to: due.dueOn === null ? null : due.dueTime },
  });
