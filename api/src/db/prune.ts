import { ENTITIES } from '@holdfast/shared/entities/index';
import { tombstoneOf } from '@holdfast/shared/merge/tombstone';
import type { Sql, Tx } from './pool';
import { readRows, writeRows } from './rows';
import { takeVersions } from './take-versions';
import { whileConnected } from './while-connected';

const DAY = 86_400_000;
export const KEEP = { content: 90 * DAY, history: 180 * DAY, results: 400 * DAY } as const;
/** Of one workspace at a time: its pushes wait meanwhile. */
const MOST_ROWS = 2000;

/** What was pruned, for the log, and what devices are to be told. */
export interface Pruned {
  readonly kind: 'pruned';
  readonly workspaceId: string;
  readonly tombstones: number;
  readonly history: number;
  readonly results: number;
  /** The head after it. */
  readonly head: number;
}

/** Nothing of this workspace was pruned. It must not keep the job from the others, today and every day after. */
export interface PruneFailed {
  readonly kind: 'failed';
  readonly workspaceId: string;
  readonly error: unknown;
}

/**
 * Each workspace's outcome as soon as it is committed, so that its devices hear of it whatever becomes of the next.
 * @param newMark random, of at most 32 characters [0-9a-z]
 */
export async function* prune(
  owner: Sql,
  now: number,
  newMark: () => string,
): AsyncGenerator<Pruned | PruneFailed, void, undefined> {
  const workspaces = await owner<
    { id: string }[]
  >`select workspace_id as id from workspace_head order by workspace_id`;
  for (const { id } of workspaces)
    try {
      yield await owner.begin((tx) =>
        whileConnected(pruneWorkspace(tx as unknown as Tx, id, now, newMark())),
      );
    } catch (error) {
      yield { kind: 'failed', workspaceId: id, error };
    }
}

async function pruneWorkspace(tx: Tx, ws: string, now: number, mark: string): Promise<Pruned> {
  // The same lock as a push's: who reads rows to merge them does not find them emptied in between.
  await tx`select pg_advisory_xact_lock(hashtextextended(${ws}, 0))`;
  // Two runs at one instant: the first note stands. It is the lower one, by which less goes.
  await tx`
    insert into workspace_day (workspace_id, at, head)
    select workspace_id, ${now}, head from workspace_head h where workspace_id = ${ws}
      and head is distinct from (select d.head from workspace_day d where d.workspace_id = ${ws} order by at desc limit 1)
    on conflict do nothing`;
  const [content, history] = [
    await headBefore(tx, ws, now - KEEP.content),
    await headBefore(tx, ws, now - KEEP.history),
  ];
  await tx`
    update workspace_head set floor = greatest(floor, ${content}), history_floor = greatest(history_floor, ${history})
    where workspace_id = ${ws} and (floor < ${content} or history_floor < ${history})`;
  await tx`delete from version_mark where workspace_id = ${ws} and version < ${content}`;

  const tombstones = content === 0 ? 0 : await emptyDeleted(tx, ws, content, mark);

  const entries = await tx`delete from field_history where workspace_id = ${ws} and version <= ${history}`;
  const results = await tx`
    delete from mutation m using device d
    where m.workspace_id = ${ws} and m.recorded_at <= ${now - KEEP.results}
      and d.workspace_id = m.workspace_id and d.id = m.device_id and m.seq <= d.told`;
  await tx`
    delete from held_mutation b using hold h
    where b.workspace_id = ${ws} and h.workspace_id = ${ws} and h.id = b.hold_id and h.state <> 'held' and h.version <= ${content}`;
  await tx`
    delete from workspace_day d where workspace_id = ${ws} and at < (
      select max(at) from workspace_day o where o.workspace_id = ${ws} and o.at <= ${now - KEEP.history})`;
  const [after] = await tx<{ head: number }[]>`select head from workspace_head where workspace_id = ${ws}`;
  return {
    kind: 'pruned',
    workspaceId: ws,
    tombstones,
    history: entries.count,
    results: results.count,
    head: after?.head ?? 0,
  };
}

/** The counter as it was noted last by then; 0 where nobody noted it yet. */
async function headBefore(tx: Tx, ws: string, time: number): Promise<number> {
  const [day] = await tx<{ head: number }[]>`
    select head from workspace_day where workspace_id = ${ws} and at <= ${time} order by at desc limit 1`;
  return day?.head ?? 0;
}

async function emptyDeleted(tx: Tx, ws: string, upTo: number, mark: string): Promise<number> {
  let emptied = 0;
  for (const entity of ENTITIES) {
    if (entity.lane !== 'synced') continue;
    const found = await tx.unsafe<{ id: string }[]>(
      `select id from "${entity.name}" where workspace_id = $1 and deleted_at is not null and version > 0 and version <= $2
         and stamps <> '{}' order by version limit $3`,
      [ws, upTo, MOST_ROWS],
    );
    if (found.length === 0) continue;
    const ids = found.map(({ id }) => id);
    const rows = await readRows(tx, entity, ws, ids, 'update');
    const first = await takeVersions(tx, ws, rows.length, mark);
    await writeRows(
      tx,
      entity,
      rows.map((row, n) => tombstoneOf(entity, row, first + n)),
    );
    emptied += rows.length;
  }
  return emptied;
}
