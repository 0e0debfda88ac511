/** What people do with a repeat beside choosing it: rest, go on, leave one out. In a chunk with the library of rules. */
import type { Row } from '@holdfast/shared/entities/define-entity';
import type { Json } from '@holdfast/shared/entities/fields';
import type { Task } from '@holdfast/shared/entities/task';
import type { ActionContext } from '../../db/context';
import { rowActions } from '../../db/row-actions';
import { orNotStored, type WriteResult } from '../../db/write-result';
import { localTime } from '../tasks/local-time';
import { nextOps } from '../tasks/next-ops';
import { nextTask } from '../tasks/next-task';
import { pausedRule, resumedRule } from './paused-rule';

const tasks = rowActions('task');

/** Done while it rests, it brings no next one. */
export const pauseRepeat = (ctx: ActionContext, seen: Task): Promise<WriteResult> =>
  changed(
    ctx,
    'pause_repeat',
    seen,
    seen.recurrence === null ? {} : { recurrence: pausedRule(seen.recurrence) },
  );

/** It goes on: what is open and late meanwhile moves to the next day of its rule, what is done brings the next one. */
export const resumeRepeat = (ctx: ActionContext, seen: Task): Promise<WriteResult> =>
  orNotStored(async () => {
    if (seen.recurrence === null) return { kind: 'unchanged' };
    const recurrence = resumedRule(seen.recurrence);
    const task = { ...seen, recurrence };
    const { today } = localTime(ctx.now());
    if (seen.status === 'done')
      return tasks.patch(
        ctx,
        'resume_repeat',
        seen,
        { recurrence: { from: seen.recurrence, to: recurrence } },
        await nextOps(ctx, task),
      );
    const late = seen.dueOn !== null && seen.dueOn < today;
    return changed(ctx, 'resume_repeat', seen, {
      recurrence,
      ...(late ? daysOf(nextTask(task, today)) : {}),
    });
  });

/** This one is left out: the task moves to the next day of its rule, not done. Unchanged where the rule ends. */
export const skipRepeat = (ctx: ActionContext, seen: Task): Promise<WriteResult> =>
  changed(ctx, 'skip', seen, daysOf(nextTask(seen, localTime(ctx.now()).today)));

/** Of a next task, what tells when: and the rule, which may count. */
function daysOf(next: { readonly [field: string]: Json } | null): { readonly [field: string]: Json } {
  if (next === null) return {};
  const { dueOn = null, startOn = null, remindAt = null, recurrence = null } = next;
  return { dueOn, startOn, remindAt, recurrence };
}

function changed(
  ctx: ActionContext,
  name: string,
  seen: Task,
  values: { readonly [field: string]: Json },
): Promise<WriteResult> {
  const before: Row = seen;
  const changes = Object.entries(values)
    .filter(([field, to]) => before[field] !== to)
    .map(([field, to]) => [field, { from: before[field] ?? null, to }]);
  if (changes.length === 0) return Promise.resolve({ kind: 'unchanged' });
  return tasks.patch(ctx, name, seen, Object.fromEntries(changes));
}
