import { ENTITIES } from '@holdfast/shared/entities/index';
import type { RowChange } from '@holdfast/shared/sync/protocol';
import { columnsOf } from '../../db/columns';
import type { Head, ServerTransaction } from '../server-store';
import type { Ground } from './ground';

/**
 * Of every entity the rows above $2, as they travel; each answers by version, so the whole is a merge of sorted lists. That
 * versions begin at 1 is said for the index's sake (016-whole-keys.sql).
 */
const ABOVE = ENTITIES.map((entity) => {
  const columns = columnsOf(entity).map(({ column, field }) => `"${column}" as "${field}"`);
  return `(select '${entity.name}' as entity, r.version, row_to_json(r) as row
    from (select ${columns.join(', ')} from "${entity.name}"
      where workspace_id = $1 and version > $2 and version > 0 order by version limit $3) r)`;
}).join(' union all ');

export const pages = ({
  tx,
  ws,
  scope,
  recent,
}: Ground): Pick<ServerTransaction, 'head' | 'marks' | 'changesAbove' | 'digest'> => ({
  async head() {
    const [row] = await tx<Head[]>`
      select head as version, floor, history_floor as "historyFloor" from workspace_head where workspace_id = ${ws}`;
    return row ?? { version: 0, floor: 0, historyFloor: 0 };
  },
  async marks(versions) {
    if (versions.length === 0) return new Map();
    const found = await tx<{ version: number; mark: string }[]>`
      select m.version, mark from unnest(${versions as number[]}::bigint[]) as wanted (version) cross join lateral (
        select * from version_mark where workspace_id = ${ws} and version = wanted.version limit 1) m`;
    return new Map(found.map((row) => [row.version, row.mark]));
  },
  changesAbove(version, limit, isAll) {
    const read = async () => {
      const found = await tx.unsafe<RowChange[]>(
        `select entity, row from (${ABOVE}) as above order by version limit $3`,
        [ws, version, limit],
        { prepare: true },
      );
      return found.map(({ entity, row }) => ({ entity, row }));
    };
    return isAll ? recent.above(scope.accountId, version, read) : read();
  },
  async digest() {
    const answers = await Promise.all(
      ENTITIES.map(async (entity) => {
        const [row] = await tx.unsafe<{ count: number; hash: string }[]>(
          `select count(*)::int as count,
            encode(sha256(convert_to(coalesce(string_agg(id::text || ':' || version || E'\\n', '' order by id::text collate "C"), ''), 'UTF8')), 'hex') as hash
           from "${entity.name}" where workspace_id = $1 and deleted_at is null`,
          [ws],
          { prepare: true },
        );
        return [entity.name, { count: row?.count ?? 0, hash: row?.hash ?? '' }] as const;
      }),
    );
    return Object.fromEntries(answers);
  },
});
