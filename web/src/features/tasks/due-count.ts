/** How many open tasks are due from one day to another, counted on indexes alone. */
import type { Query } from '../../db/live';
import type { Whose } from './queries';
import { shownIds } from './shown-ids';

export const liveDueCount =
  (workspaceId: string, from: string, to: string, whose: Whose): Query<number> =>
  async (read) => {
    const due = { index: 'due', from: [workspaceId, 0, 0, from], to: [workspaceId, 0, 0, to] };
    const isShown = await shownIds(read, workspaceId, to, whose);
    return isShown ? (await read.ids('task', due)).filter(isShown).length : read.count('task', due);
  };
