/** Which of a workspace's rows have an open question. Every list asks this, so it stands by itself. */
import type { Query } from '../../db/live';

/** Rows with an open question; true where it is this person's. */
export const liveAsked =
  (workspaceId: string, me: string): Query<ReadonlyMap<string, boolean>> =>
  async (read) => {
    const asked = new Map<string, boolean>();
    for (const { rowId, forAccountId } of await read.rows('conflict', openIn(workspaceId)))
      asked.set(rowId, asked.get(rowId) === true || forAccountId === me);
    return asked;
  };

/** The stretch of all open questions of a workspace. */
export const openIn = (workspaceId: string) => ({ index: 'state', from: [workspaceId, 0, 'open'] });
