/**
 * Rows of any entity of the registry, read and written. Call inside a tenant transaction only. They come and go as JSON:
 * any number of rows is one value of one statement with one plan, and columns are not taken apart one by one.
 */
import type { Entity, Row } from '@holdfast/shared/entities/define-entity';
import { columnsOf } from './columns';
import type { Ask } from './pool';

type Lock = 'none' | 'share' | 'update';

/** The rows with these ids, in order of id; `lock` keeps them until commit (PU4). */
export async function readRows(
  tx: Ask,
  entity: Entity,
  workspaceId: string,
  ids: readonly string[],
  lock: Lock = 'none',
): Promise<Row[]> {
  if (ids.length === 0) return [];
  const found = await tx.unsafe<{ row: Row }[]>(
    statementsOf(entity).read[lock],
    [workspaceId, ids as string[]],
    { prepare: true },
  );
  return found.map(({ row }) => row);
}

/** Inserts or replaces rows, all of one entity in one statement. */
export async function writeRows(tx: Ask, entity: Entity, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.unsafe(statementsOf(entity).replace, [JSON.stringify(rows)], { prepare: true });
}

/** Inserts rows; fails with a unique violation where one is there by now: somebody else's must not be overwritten. */
export async function insertRows(tx: Ask, entity: Entity, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.unsafe(statementsOf(entity).insert, [JSON.stringify(rows)], { prepare: true });
}

interface Statements {
  readonly read: { readonly [lock in Lock]: string };
  readonly insert: string;
  readonly replace: string;
}
const statements = new Map<string, Statements>();

function statementsOf(entity: Entity): Statements {
  const known = statements.get(entity.name);
  if (known) return known;
  const columns = columnsOf(entity);
  const list = (each: (column: (typeof columns)[number]) => string) => columns.map(each).join(', ');
  const read = `select row_to_json(r) as row
    from (select distinct id from unnest($2::uuid[]) as id order by id) as wanted cross join lateral (
      select ${list(({ column, field }) => `"${column}" as "${field}"`)}
      from "${entity.name}" where workspace_id = $1 and id = wanted.id limit 1`;
  const insert = `insert into "${entity.name}" (${list(({ column }) => `"${column}"`)})
    select ${list(({ field }) => `"${field}"`)}
    from jsonb_to_recordset($1::text::jsonb) as r(${list(({ field, sql }) => `"${field}" ${sql}`)})`;
  const updates = columns
    .filter(({ column }) => column !== 'workspace_id' && column !== 'id')
    .map(({ column }) => `"${column}" = excluded."${column}"`);
  const made: Statements = {
    read: { none: `${read}) r`, share: `${read} for share) r`, update: `${read} for no key update) r` },
    insert,
    replace: `${insert} on conflict (workspace_id, id) do update set ${updates.join(', ')}`,
  };
  statements.set(entity.name, made);
  return made;
}
