/** What the open task asks to be written. Each answers with words if it was refused, null once it is stored. */
import type { Status, Task } from '@holdfast/shared/entities/task';
import type { TextEdit } from './text-draft';

export type Written = Promise<string | null>;

export interface TaskEdits {
  readonly rename: (edit: TextEdit) => Written;
  readonly describe: (edit: TextEdit) => Written;
  readonly setStatus: (status: Status) => Written;
  readonly setRepeat: (repeat: Pick<Task, 'recurrence' | 'repeatFrom' | 'dueOn'>) => Written;
  readonly setPriority: (priority: number) => Written;
  readonly setDue: (dueOn: string | null, dueTime: string | null) => Written;
  readonly setProject: (projectId: string | null) => Written;
  readonly assign: (accountId: string | null) => Written;
  readonly setLabels: (labelIds: readonly string[]) => Written;
  readonly addNewLabel: (name: string) => Written;
  readonly setStart: (startOn: string | null) => Written;
  readonly setReminder: (remindAt: number | null) => Written;
  readonly setEstimate: (minutes: number | null) => Written;
  readonly setDependsOn: (ids: readonly string[]) => Written;
  readonly duplicate: () => Written;
  /** A subtask becomes a task of its own. */
  readonly detach: () => Written;
  readonly remove: () => Written;
}
