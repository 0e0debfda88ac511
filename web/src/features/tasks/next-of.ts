/** What comes along when a repeating task is done: the next one, made on this device at once (MG12). */
import type { Task } from '@holdfast/shared/entities/task';
import type { ActionContext } from '../../db/context';
import type { OpIntent } from '../../db/intent';

const load = () => import('./next-ops');

/** Call when the page is idle: then a tap waits for nothing, and works offline without a worker. */
export const preloadNextTask = async (): Promise<void> => void (await load());

export async function nextOf(ctx: ActionContext, task: Task): Promise<readonly OpIntent[]> {
  if (task.recurrence === null || task.status === 'done') return [];
  return (await load()).nextOps(ctx, task);
}
