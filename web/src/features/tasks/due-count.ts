/** How many open tasks are due from one day to another, counted on indexes alone. */
import type { Query } from '../../db/live';
import type { Whose } from './queries';
import { keysOfMine } from './shown-ids';

export const liveDueCount =
  (workspaceId: string, from: string, to: string, whose: Whose): Query<number> =>
  async (read) => {
    if (whose === null)
      return read.count('task', {
        index: 'due',
        from: [workspaceId, 0, 0, from],
        to: [workspaceId, 0, 0, to],
      });
    const counts = await Promise.all(
      keysOfMine(workspaceId, whose.me).map((key) =>
        read.count('task', { index: 'facet', from: [...key, from], to: [...key, to] }),
      ),
    );
    return counts.reduce((sum, count) => sum + count, 0);
  };
