/** The next task of a repeating one as ops, with its checklist (MG12). In a chunk with the library of rules. */
import type { Task } from '@holdfast/shared/entities/task';
import { nextStepId, nextTaskId } from '@holdfast/shared/sync/ids';
import { MAX_OPS } from '@holdfast/shared/sync/op';
import type { ActionContext } from '../../db/context';
import type { OpIntent } from '../../db/intent';
import { localTime } from './local-time';
import { nextTask } from './next-task';

/** Its id is derived: done on two devices, it is one (MG13). One that is there stays as it is; a deleted one comes back. */
export async function nextOps(ctx: ActionContext, task: Task): Promise<readonly OpIntent[]> {
  const id = nextTaskId(task.id);
  const known = await ctx.read.row('task', ctx.workspaceId, id);
  if (known?.deletedAt === null) return [];
  if (known)
    return [{ op: 'restore', entity: 'task', id, base: known.version }, ...(await deletedSteps(ctx, id))];
  const values = nextTask(task, localTime(ctx.now()).today);
  return values ? [{ op: 'create', entity: 'task', id, values }, ...(await stepsOf(ctx, task.id, id))] : [];
}

/** Its checklist comes along, with nothing checked. Beyond what one mutation holds, the rest stays behind. */
async function stepsOf(ctx: ActionContext, taskId: string, nextId: string): Promise<readonly OpIntent[]> {
  const steps = await ctx.read.rows('step', { index: 'task', from: [ctx.workspaceId, taskId, 0] });
  return steps.slice(0, MAX_OPS - 2).map((step) => ({
    op: 'create',
    entity: 'step',
    id: nextStepId(step.id),
    values: { taskId: nextId, title: step.title, position: step.position },
  }));
}

/** What undoing took back with it. */
async function deletedSteps(ctx: ActionContext, taskId: string): Promise<readonly OpIntent[]> {
  const steps = await ctx.read.rows('step', { index: 'task', from: [ctx.workspaceId, taskId, 1] });
  return steps.slice(0, MAX_OPS - 2).map(({ id, version }) => ({
    op: 'restore',
    entity: 'step',
    id,
    base: version,
  }));
}
