/**
 * The tasks that answer a saved question, from the rows that search holds in memory: however many there are, the page
 * gets of each only what it is put in order by, and reads the rows on its screen. Pure.
 */
import { isOpen, type Task } from '@holdfast/shared/entities/task';
import { type Asking, matches } from '../filters/matches';
import type { FilterQuery } from '../filters/query';
import type { Arranged } from '../views/arrange';

export interface ListQuestion {
  readonly query: FilterQuery;
  readonly asking: Asking;
  /** Finished ones as well, whether the question names them or not. */
  readonly closedToo: boolean;
}

export interface ListAnswer {
  readonly open: readonly Arranged[];
  /** Done and cancelled ones. */
  readonly closed: readonly string[];
}

export function listAnswer(tasks: Iterable<Task>, { query, asking, closedToo }: ListQuestion): ListAnswer {
  const open: Arranged[] = [];
  const closed: string[] = [];
  if (query.parts.length === 0) return { open, closed };
  for (const task of tasks) {
    if (!matches(query, task, asking, closedToo)) continue;
    if (isOpen(task.status)) open.push(arrangedOf(task));
    else closed.push(task.id);
  }
  return { open, closed };
}

/** How many open tasks answer it. */
export function openCount(tasks: Iterable<Task>, { query, asking }: ListQuestion): number {
  if (query.parts.length === 0) return 0;
  let count = 0;
  for (const task of tasks) if (isOpen(task.status) && matches(query, task, asking)) count += 1;
  return count;
}

const arrangedOf = (task: Task): Arranged => ({
  id: task.id,
  projectId: task.projectId,
  sectionId: task.sectionId,
  position: task.position,
  dueOn: task.dueOn,
  dueTime: task.dueTime,
  priority: task.priority,
  status: task.status,
  labels: task.labels,
  assigneeId: task.assigneeId,
});
