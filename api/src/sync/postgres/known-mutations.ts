/** What is kept of the mutations that were sent. */
import type { MutationResult } from '@holdfast/shared/sync/protocol';
import type { ServerTransaction, StoredMutation } from '../server-store';
import type { Ground } from './ground';

type KnownMutations = Pick<ServerTransaction, 'resultsAfter' | 'rejectedCreations' | 'chainOf'>;

export const knownMutations = ({ tx, ws }: Ground): KnownMutations => ({
  async resultsAfter(deviceId, seq, limit) {
    const stored = await tx<{ id: string; seq: number; result: StoredMutation['result'] }[]>`
      select id, seq, result from mutation
      where workspace_id = ${ws} and device_id = ${deviceId} and seq > ${seq} and seq > 0 order by seq limit ${limit}`;
    return stored.map(
      (row): MutationResult =>
        ({ ...row.result, id: row.id, seq: row.seq, duplicate: true }) as MutationResult,
    );
  },
  async rejectedCreations(rowIds) {
    if (rowIds.length === 0) return [];
    // Those that were refused are read once, however many are asked for.
    const found = await tx<{ id: string }[]>`
      select unnest(${rowIds as string[]}::uuid[]) as id
      intersect
      select unnest(rejected_rows) from mutation where workspace_id = ${ws} and rejected_rows <> '{}'`;
    return found.map((row) => row.id);
  },
  async chainOf(mutationIds) {
    if (mutationIds.length === 0) return [];
    return tx<Pick<StoredMutation, 'id' | 'after'>[]>`
      with recursive chain (id, after) as (
        select m.id, m.after from unnest(${mutationIds as string[]}::uuid[]) as wanted (id) cross join lateral (
          select * from mutation where workspace_id = ${ws} and id = wanted.id limit 1) m
        union
        select m.id, m.after from chain cross join lateral jsonb_each_text(chain.after) as link (row_id, id)
          cross join lateral (select * from mutation where workspace_id = ${ws} and id = link.id::uuid limit 1) m
      )
      select id, after from chain`;
  },
});
