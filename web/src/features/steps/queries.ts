/** What the screens ask about checklists. Pass each to `useLive`. */
import type { Step } from '@holdfast/shared/entities/step';
import type { Query } from '../../db/live';

/** A task's steps in the order that people gave. */
export const liveSteps =
  (workspaceId: string, taskId: string): Query<readonly Step[]> =>
  (read) =>
    read.rows('step', { index: 'task', from: [workspaceId, taskId, 0] });
