import type { Query } from '../../db/live';

/** Things done here, as far as it matters for offering to install: counted up to two. */
export const liveUsefulActs =
  (workspaceId: string): Query<number> =>
  async (read) =>
    (await read.done(workspaceId, 2)).length;
