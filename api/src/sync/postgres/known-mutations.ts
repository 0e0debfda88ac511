/** What is kept of the mutations that were sent. */
import type { MutationResult } from '@holdfast/shared/sync/protocol';
import type { ServerTransaction, StoredMutation } from '../server-store';
import type { Ground } from './ground';

type KnownMutations = Pick<ServerTransaction, 'resultsAfter' | 'rejectedCreations' | 'chainOf'>;

export const knownMutations = ({ tx, ws }: Ground): KnownMutations => ({
  async resultsAfter(deviceId, seq, limit) {
    const stored = await tx<{ id: string; seq: number; result: StoredMutation['result'] }[]>`
      select id, seq, result from mutation
      where workspace_id = ${ws} and device_id = ${deviceId} and seq > ${seq} order by seq limit ${limit}`;
    return stored.map(
      (row): MutationResult =>
        ({ ...row.result, id: row.id, seq: row.seq, duplicate: true }) as MutationResult,
    );
  },
  async rejectedCreations(rowIds) {
    if (rowIds.length === 0) return [];
    const found = await tx<{ id: string }[]>`
      select distinct r.id from mutation m, unnest(m.rejected_rows) as r(id)
      where m.workspace_id = ${ws} and m.rejected_rows <> '{}' and m.rejected_rows && ${rowIds as string[]}::uuid[]
        and r.id = any(${rowIds as string[]}::uuid[])`;
    return found.map((row) => row.id);
  },
  async chainOf(mutationIds) {
    if (mutationIds.length === 0) return [];
    return tx<Pick<StoredMutation, 'id' | 'after'>[]>`
      with recursive chain (id, after) as (
        select id, after from mutation where workspace_id = ${ws} and id = any(${mutationIds as string[]}::uuid[])
        union
        select m.id, m.after from chain cross join lateral jsonb_each_text(chain.after) as link (row_id, id)
          join mutation m on m.workspace_id = ${ws} and m.id = link.id::uuid
      )
      select id, after from chain`;
  },
});
