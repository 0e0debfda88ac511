/** What was finished, by day, the newest first; read as far as the person has scrolled. Pure but for the query. */
import type { Task } from '@holdfast/shared/entities/task';
import type { Query } from '../../db/live';
import { localTime } from '../tasks/local-time';
import { whatIsThere } from '../tasks/queries';

export interface Completed {
  readonly tasks: readonly Task[];
  readonly limit: number;
  /** Not all of them were read. */
  readonly more: boolean;
}

export const liveCompleted =
  (workspaceId: string, who: string | null, limit: number): Query<Completed> =>
  async (read) => {
    const [done, isThere] = await Promise.all([
      read.rows('task', { index: 'done', from: [workspaceId, 0], newestFirst: true, limit }),
      whatIsThere(read, workspaceId),
    ]);
    const tasks = done.filter((task) => isThere(task) && (who === null || isBy(task, who)));
    return { tasks, limit, more: done.length === limit };
  };

/** Whose doing it most likely was: who had it, or else who made it. */
const isBy = (task: Task, who: string): boolean => (task.assigneeId ?? task.createdBy) === who;

export interface CompletedDay {
  readonly date: string;
  readonly ids: readonly string[];
}

/** By the reader's own days. */
export function toCompletedDays(
  tasks: readonly Pick<Task, 'id' | 'completedAt'>[],
  dayOf: (at: number) => string = (at) => localTime(at).today,
): readonly CompletedDay[] {
  const days = new Map<string, string[]>();
  for (const { id, completedAt } of tasks) {
    const date = dayOf(completedAt ?? 0);
    const ids = days.get(date);
    if (ids) ids.push(id);
    else days.set(date, [id]);
  }
  return [...days].map(([date, ids]) => ({ date, ids }));
}
