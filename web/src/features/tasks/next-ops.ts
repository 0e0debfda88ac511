/** The next task of a repeating one as ops, with its checklist (MG12). In a chunk with the library of rules. */
import type { Row } from '@holdfast/shared/entities/define-entity';
import type { Json } from '@holdfast/shared/entities/fields';
import type { Task } from '@holdfast/shared/entities/task';
import { nextStepId, nextTaskId } from '@holdfast/shared/sync/ids';
import { MAX_OPS } from '@holdfast/shared/sync/op';
import type { ActionContext } from '../../db/context';
import type { OpIntent } from '../../db/intent';
import { undoOf } from '../../db/undo-of';
import { localTime } from './local-time';
import { nextTask } from './next-task';

/**
 * Its id is derived: done on two devices, it is one (MG13). One that is there stays as it is; one that went with an undo
 * comes back as the task would have it now.
 */
export async function nextOps(ctx: ActionContext, task: Task): Promise<readonly OpIntent[]> {
  const id = nextTaskId(task.id);
  const known = await ctx.read.row('task', ctx.workspaceId, id);
  if (known?.deletedAt === null) return [];
  const values = nextTask(task, localTime(ctx.now()).today);
  if (values === null) return [];
  const steps = await stepsOf(ctx, task.id, id);
  // Beyond what one mutation holds, the rest stays behind.
  return [...comes('task', id, values, known as Row | null), ...steps].slice(0, MAX_OPS - 1);
}

/** Its checklist comes along, with nothing checked. */
async function stepsOf(ctx: ActionContext, taskId: string, nextId: string): Promise<readonly OpIntent[]> {
  const steps = await ctx.read.rows('step', { index: 'task', from: [ctx.workspaceId, taskId, 0] });
  const each = steps.map(async (step) => {
    const id = nextStepId(step.id);
    const values = { taskId: nextId, title: step.title, position: step.position };
    const known = await ctx.read.row('step', ctx.workspaceId, id);
    return comes('step', id, values, known as Row | null);
  });
  return (await Promise.all(each)).flat();
}

/** Made, or brought back with these values; what somebody else makes of it meanwhile stays (PU8). */
function comes(
  entity: string,
  id: string,
  values: { readonly [field: string]: Json },
  known: Row | null,
): readonly OpIntent[] {
  if (known === null) return [{ op: 'create', entity, id, values }];
  if (known.deletedAt === null) return [];
  const changes = undoOf(entity, { ...known, ...values }, known);
  return [{ op: 'restore', entity, id, base: known.version }, ...changes];
}
