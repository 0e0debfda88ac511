import type { Query } from '../../db/live';
import { SAMPLE } from '../../db/sample';

/** Things done here, as far as it matters for offering to install: counted up to two. The sample makes itself. */
export const liveUsefulActs =
  (workspaceId: string): Query<number> =>
  async (read) =>
    (await read.done(workspaceId, 3)).filter((entry) => entry.name !== SAMPLE).length;
