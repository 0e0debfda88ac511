/** What every page with tasks gets from the shell. */
import type { Task } from '@holdfast/shared/entities/task';
import type { ReactNode } from 'react';

export interface ListPageProps {
  /** The phone's sync button. */
  readonly sync: ReactNode;
  /** At most one line under the title. */
  readonly banner: ReactNode;
  readonly openTaskId: string | null;
  readonly onComplete: (task: Task, done: boolean) => void;
  readonly onNewTask: () => void;
}
