/** What comes along when a repeating task is done: the next one, made on this device at once (MG12). */
import type { Task } from '@holdfast/shared/entities/task';
import type { ActionContext } from '../../db/context';
import { type OpIntent, type Refused, refused } from '../../db/intent';

const load = () => import('./next-ops');

/** Call when the page is idle: then a tap waits for nothing, and works offline without a worker. */
export const preloadNextTask = async (): Promise<void> => void (await load());

/** Refused where the rules of repeating are not on this device: done without them, the task would not come again. */
export async function nextOf(
  ctx: ActionContext,
  task: Task,
  fetched = load,
): Promise<readonly OpIntent[] | Refused> {
  if (task.recurrence === null || task.status === 'done') return [];
  const rules = await fetched().catch(() => null);
  return rules ? rules.nextOps(ctx, task) : refused('not_fetched');
}
