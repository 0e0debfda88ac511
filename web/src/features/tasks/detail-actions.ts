/** What people do with the finer points of a task, in its panel alone. As in `actions.ts`, each takes it as they saw it. */
import type { Task } from '@holdfast/shared/entities/task';
import type { ActionContext } from '../../db/context';
import { rowActions } from '../../db/row-actions';
import type { WriteResult } from '../../db/write-result';
import type { Seen } from './list-actions';

const tasks = rowActions('task');

export const setStart = (
  ctx: ActionContext,
  seen: Seen<'startOn'>,
  startOn: string | null,
): Promise<WriteResult> =>
  tasks.patch(ctx, 'set_start', seen, { startOn: { from: seen.startOn, to: startOn } });

/** @param remindAt epoch milliseconds */
export const remindOf = (
  ctx: ActionContext,
  seen: Seen<'remindAt'>,
  remindAt: number | null,
): Promise<WriteResult> =>
  tasks.patch(ctx, 'remind', seen, { remindAt: { from: seen.remindAt, to: remindAt } });

export const estimateTask = (
  ctx: ActionContext,
  seen: Seen<'estimateMinutes'>,
  minutes: number | null,
): Promise<WriteResult> =>
  tasks.patch(ctx, 'estimate', seen, { estimateMinutes: { from: seen.estimateMinutes, to: minutes } });

/** `recurrence` is an RRULE, or null for never; `dueOn` the first day, where there was none. */
export const repeatTask = (
  ctx: ActionContext,
  seen: Seen<'recurrence' | 'repeatFrom' | 'dueOn'>,
  { recurrence, repeatFrom, dueOn }: Pick<Task, 'recurrence' | 'repeatFrom' | 'dueOn'>,
): Promise<WriteResult> =>
  tasks.patch(ctx, 'repeat', seen, {
    recurrence: { from: seen.recurrence, to: recurrence },
    repeatFrom: { from: seen.repeatFrom, to: repeatFrom },
    dueOn: { from: seen.dueOn, to: dueOn },
  });
