/** What every page with tasks gets from the shell. */

import type { ReactNode } from 'react';
import type { Complete } from '../../features/tasks/use-complete';

export interface ListPageProps {
  /** The phone's sync button. */
  readonly sync: ReactNode;
  /** At most one line under the title. */
  readonly banner: ReactNode;
  readonly openTaskId: string | null;
  readonly onComplete: Complete;
  readonly onNewTask: () => void;
}
