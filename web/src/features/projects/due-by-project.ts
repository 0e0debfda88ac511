/** What is due in each project up to today: how much is late, and what comes next. */
import type { Task } from '@holdfast/shared/entities/task';
import type { Query } from '../../db/live';
import { whatIsThere } from '../tasks/queries';

export interface DueInProject {
  readonly overdue: number;
  /** Of today: the first with a time, else the first. */
  readonly next: Pick<Task, 'title' | 'dueOn' | 'dueTime'> | null;
}

/** A list of projects waits for no more rows than this; beyond it nothing is said about any of them. */
const MOST = 200;

export const liveDueByProject =
  (workspaceId: string, today: string): Query<ReadonlyMap<string, DueInProject>> =>
  async (read) => {
    const [tasks, isThere] = await Promise.all([
      read.rows('task', {
        index: 'due',
        from: [workspaceId, 0, 0, '0'],
        to: [workspaceId, 0, 0, today],
        limit: MOST + 1,
      }),
      whatIsThere(read, workspaceId),
    ]);
    return tasks.length > MOST ? new Map() : dueByProject(tasks.filter(isThere), today);
  };

/** `tasks` in the order of their days and times, those without a time first. */
export function dueByProject(tasks: readonly Task[], today: string): ReadonlyMap<string, DueInProject> {
  const found = new Map<string, DueInProject>();
  for (const task of tasks) {
    if (task.projectId === null || task.dueOn === null) continue;
    const { overdue, next } = found.get(task.projectId) ?? { overdue: 0, next: null };
    if (task.dueOn < today) found.set(task.projectId, { overdue: overdue + 1, next });
    else if (next === null || (next.dueTime === null && task.dueTime !== null))
      found.set(task.projectId, { overdue, next: task });
  }
  return found;
}
