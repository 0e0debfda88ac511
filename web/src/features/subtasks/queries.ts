/** What the screens ask about the tasks below a task. Pass each to `useLive`. */
import type { Task } from '@holdfast/shared/entities/task';
import type { Query } from '../../db/live';

/** In the order that people gave, whether done or not. */
export const liveSubtasks =
  (workspaceId: string, parentId: string): Query<readonly Task[]> =>
  async (read) => {
    const tasks = await read.rows('task', { index: 'parent', from: [workspaceId, parentId] });
    return tasks.sort((a, b) =>
      a.position === b.position ? compare(a.id, b.id) : compare(a.position, b.position),
    );
  };

/** By code unit, as positions are (MG11). */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
