/** Rows of any entity of the registry, read and written. Call inside a tenant transaction only. */
import type { Entity, Row } from '@holdfast/shared/entities/define-entity';
import { columnsOf, toRow } from './columns';
import type { Tx } from './pool';

/** The rows with these ids, in order of id; `lock` keeps them until commit (PU4). */
export async function readRows(
  tx: Tx,
  entity: Entity,
  workspaceId: string,
  ids: readonly string[],
  lock: 'none' | 'share' | 'update' = 'none',
): Promise<Row[]> {
  if (ids.length === 0) return [];
  const columns = columnsOf(entity);
  const list = columns.map(({ column }) => `"${column}"`).join(', ');
  const suffix = lock === 'none' ? '' : ` for ${lock === 'update' ? 'no key update' : 'share'}`;
  const records = await tx.unsafe(
    `select ${list} from "${entity.name}" where workspace_id = $1 and id = any($2::uuid[]) order by id${suffix}`,
    [workspaceId, ids as string[]],
    { prepare: true },
  );
  return records.map((record) => toRow(columns, record));
}

/** Inserts or replaces rows, all of one entity in one statement. */
export async function writeRows(tx: Tx, entity: Entity, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  const { insert, replace, toRecord } = writerOf(entity);
  await tx.unsafe(`${insert} ${replace}`, [JSON.stringify(rows.map(toRecord))], { prepare: true });
}

/** Inserts rows; fails with a unique violation where one is there by now: somebody else's must not be overwritten. */
export async function insertRows(tx: Tx, entity: Entity, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  const { insert, toRecord } = writerOf(entity);
  await tx.unsafe(insert, [JSON.stringify(rows.map(toRecord))], { prepare: true });
}

interface Writer {
  readonly insert: string;
  readonly replace: string;
  readonly toRecord: (row: Row) => { [column: string]: unknown };
}
const writers = new Map<string, Writer>();

function writerOf(entity: Entity): Writer {
  const known = writers.get(entity.name);
  if (known) return known;
  const columns = columnsOf(entity);
  const names = columns.map(({ column }) => `"${column}"`).join(', ');
  // One JSON parameter and jsonb_to_recordset: any number of rows is one statement with one plan.
  const shape = columns.map(({ column, sql }) => `"${column}" ${sql}`).join(', ');
  const updates = columns
    .filter(({ column }) => column !== 'workspace_id' && column !== 'id')
    .map(({ column }) => `"${column}" = excluded."${column}"`)
    .join(', ');
  const writer: Writer = {
    insert: `insert into "${entity.name}" (${names}) select ${names} from jsonb_to_recordset($1::text::jsonb) as r(${shape})`,
    replace: `on conflict (workspace_id, id) do update set ${updates}`,
    toRecord: (row) => Object.fromEntries(columns.map(({ field, column }) => [column, row[field] ?? null])),
  };
  writers.set(entity.name, writer);
  return writer;
}
