/** Where quick add was opened from: a project's list gives its project, Today gives today. */
export interface QuickAddStart {
  readonly projectId: string | null;
  readonly dueOn: string | null;
}

export const nowhere: QuickAddStart = { projectId: null, dueOn: null };
