/** What comes along when a repeating task is done: the next one, made on this device at once (MG12). */
import type { Task } from '@holdfast/shared/entities/task';
import { nextTaskId } from '@holdfast/shared/sync/ids';
import type { ActionContext } from '../../db/context';
import type { OpIntent } from '../../db/intent';
import { localTime } from './local-time';

const load = () => import('./next-task');

/** Call when the page is idle: then a tap waits for nothing, and works offline without a worker. */
export const preloadNextTask = async (): Promise<void> => void (await load());

/** Its id is derived: done on two devices, it is one (MG13). One that is there stays as it is; a deleted one comes back. */
export async function nextOf(ctx: ActionContext, task: Task): Promise<readonly OpIntent[]> {
  if (task.recurrence === null || task.status === 'done') return [];
  const id = nextTaskId(task.id);
  const known = await ctx.read.row('task', ctx.workspaceId, id);
  if (known)
    return known.deletedAt === null ? [] : [{ op: 'restore', entity: 'task', id, base: known.version }];
  const { nextTask } = await load();
  const values = nextTask(task, localTime(ctx.now()).today);
  return values ? [{ op: 'create', entity: 'task', id, values }] : [];
}
