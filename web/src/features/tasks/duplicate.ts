/** A task once more, right behind it, with its checklist; nothing of it is done yet. */
import type { Task } from '@holdfast/shared/entities/task';
import { positionBetween } from '@holdfast/shared/merge/position';
import { newId } from '@holdfast/shared/sync/ids';
import type { ActionContext } from '../../db/context';
import type { OpIntent } from '../../db/intent';
import { orNotStored, type WriteResult } from '../../db/write-result';
import { placeBelow } from '../subtasks/actions';
import { together } from './actions';
import { carriedOver } from './carried-over';

/** @param id of the copy */
export const duplicateTask = (ctx: ActionContext, seen: Task, id = newId(ctx)): Promise<WriteResult> =>
  orNotStored(async () => {
    const { after, next } = await placeBelow(ctx, seen);
    const position = positionBetween(after, next, ctx.randomBytes);
    const steps = await ctx.read.rows('step', { index: 'task', from: [ctx.workspaceId, seen.id, 0] });
    const copies = steps.map(
      ({ title, position: at }): OpIntent => ({
        op: 'create',
        entity: 'step',
        id: newId(ctx),
        values: { taskId: id, title, position: at },
      }),
    );
    const { startOn, dueOn, remindAt, recurrence, dependsOn } = seen;
    const values = { ...carriedOver(seen), startOn, dueOn, remindAt, recurrence, dependsOn, position };
    return together(ctx, 'task.duplicate', [{ op: 'create', entity: 'task', id, values }, ...copies]);
  });
