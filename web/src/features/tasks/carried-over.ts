/** What the copy of a task has from it, and the next one of a repeating task as well. Pure. */
import type { Json } from '@holdfast/shared/entities/fields';
import type { Task } from '@holdfast/shared/entities/task';

/** Neither its days, which each sets in its own way, nor what became of it. */
export const carriedOver = (task: Task): { readonly [field: string]: Json } => ({
  title: task.title,
  description: task.description,
  projectId: task.projectId,
  sectionId: task.sectionId,
  parentId: task.parentId,
  priority: task.priority,
  labels: task.labels,
  assigneeId: task.assigneeId,
  dueTime: task.dueTime,
  repeatFrom: task.repeatFrom,
  estimateMinutes: task.estimateMinutes,
  custom: task.custom,
});
