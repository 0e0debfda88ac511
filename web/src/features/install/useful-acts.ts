import type { Query } from '../../db/live';

/** Tasks that were written here, as far as it matters for offering to install: counted up to two. */
export const liveUsefulActs =
  (workspaceId: string): Query<number> =>
  async (read) =>
    (await read.ids('task', { index: 'place', from: [workspaceId, 0], limit: 2 })).length;
