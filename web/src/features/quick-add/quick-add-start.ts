import type { Status } from '@holdfast/shared/entities/task';

/** Where quick add was opened from: a project's list gives its project, Today gives today, a board's column its status. */
export interface QuickAddStart {
  readonly projectId: string | null;
  readonly dueOn: string | null;
  readonly status: Status;
}

export const nowhere: QuickAddStart = { projectId: null, dueOn: null, status: 'todo' };
