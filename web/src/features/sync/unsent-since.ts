import type { Query } from '../../db/live';
import { rowAddress, rowKey } from '../../db/local-store';

/** When a row on screen got its oldest change that is saved only here. The ring appears 2 s after. */
export const liveUnsentSince =
  (workspaceId: string, entity: string, ids: readonly string[]): Query<ReadonlyMap<string, number>> =>
  async (read) => {
    const since = new Map<string, number>();
    const wanted = new Set(ids);
    for (const entry of await read.outboxOf(ids.map((id) => rowKey(workspaceId, entity, id)))) {
      for (const { id } of entry.rows.map(rowAddress)) {
        if (wanted.has(id))
          since.set(id, Math.min(since.get(id) ?? Number.POSITIVE_INFINITY, entry.mutation.at));
      }
    }
    return since;
  };
