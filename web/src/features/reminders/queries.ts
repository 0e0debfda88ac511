import type { Task } from '@holdfast/shared/entities/task';
import type { Query } from '../../db/live';
import { isMine } from '../tasks/queries';

/** One's own open tasks with a reminder since then, in all these workspaces. */
export const liveReminders =
  (workspaceIds: readonly string[], me: string, since: number): Query<readonly Task[]> =>
  async (read) => {
    const all = await Promise.all(
      workspaceIds.map((id) =>
        read.rows('task', { index: 'remind', from: [id, since], to: [id, Number.MAX_SAFE_INTEGER] }),
      ),
    );
    return all.flat().filter((task) => isMine(task, me));
  };
