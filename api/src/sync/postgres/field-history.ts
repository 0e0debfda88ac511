/** What changed, field by field. */
import type { HistoryEntry, HistoryLine, ServerTransaction } from '../server-store';
import type { Ground } from './ground';

const BEHIND_ALL = { version: Number.MAX_SAFE_INTEGER, n: 0 };

export const fieldHistory = ({ tx, ws }: Ground): Pick<ServerTransaction, 'history' | 'rowHistory'> => ({
  async history(rowIds, above) {
    if (rowIds.length === 0) return [];
    return tx<HistoryEntry[]>`
      select version, n, entity, row_id as "rowId", field, from_value as "from", to_value as "to", time,
        device_id as "deviceId", account_id as "accountId", mutation_id as "mutationId"
      from unnest(${rowIds as string[]}::uuid[]) as wanted (id) cross join lateral (
        select * from field_history where workspace_id = ${ws} and row_id = wanted.id and version > ${above} offset 0) h
      order by version, n`;
  },
  async rowHistory(entity, rowId, before, limit) {
    const { version, n } = before ?? BEHIND_ALL;
    return tx<HistoryLine[]>`
      select h.version, h.n, h.entity, h.row_id as "rowId", h.field, h.from_value as "from", h.to_value as "to", h.time,
        h.device_id as "deviceId", h.account_id as "accountId", h.mutation_id as "mutationId",
        d.name as "deviceName", m.name
      from field_history h
        left join device d on d.workspace_id = h.workspace_id and d.id = h.device_id
        left join mutation m on m.workspace_id = h.workspace_id and m.id = h.mutation_id
      where h.workspace_id = ${ws} and h.row_id = ${rowId} and h.entity = ${entity}
        and (h.version, h.n) < (${version}::bigint, ${n}::integer)
      order by h.version desc, h.n desc limit ${limit}`;
  },
});
