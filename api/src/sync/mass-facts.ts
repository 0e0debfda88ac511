/** What the mass-change guard needs to know: read only when a push deletes, and fully only when it deletes much. */
import type { Row } from '@holdfast/shared/entities/define-entity';
import type { Mutation, Op } from '@holdfast/shared/sync/op';
import type { TakenRow } from './holding';
import { keyOf } from './keys';
import { MASS_ROWS, massChange, type Take, WINDOW_MS } from './mass-change';
import { authorOf, type Pusher } from './pusher';
import type { ServerTransaction } from './server-store';

export interface MassFacts {
  /** Of the push, the mutations to hold, each with the rows that it would take. */
  readonly toHold: ReadonlyMap<string, readonly TakenRow[]>;
  /** The author's holds that nobody decided and that a mutation may join. */
  readonly openHolds: readonly Row[];
}

const NO_MASS: MassFacts = { toHold: new Map(), openHolds: [] };
/** @param least fewer deletes, with nothing earlier, are not worth a census */
export async function gatherMassFacts(
  tx: ServerTransaction,
  pusher: Pusher,
  mutations: readonly Mutation[],
  rows: ReadonlyMap<string, Row>,
  least: number = MASS_ROWS,
): Promise<MassFacts> {
  const sent = deletesOf(pusher, mutations, rows);
  if (sent.length === 0) return NO_MASS;
  const times = sent.map(({ time }) => time);
  const from = Math.min(...times) - WINDOW_MS;
  const to = Math.max(...times) + WINDOW_MS;
  const [done, openHolds] = await Promise.all([
    tx.deletions(pusher.accountId, from, to),
    tx.openHolds(pusher.accountId),
  ]);
  const near = openHolds.filter((row) => Number(row.until) >= from && Number(row.at) <= to);
  const held = await tx.heldOf(near.map(({ id }) => id));
  const waiting = held.flatMap(({ mutation, time }) =>
    mutation.ops.flatMap((op) => (op.op === 'delete' ? [{ entity: op.entity, rowId: op.id, time }] : [])),
  );
  const all = [...done, ...waiting, ...sent];
  const projects = all.flatMap(({ entity, rowId }) => (entity === 'project' ? [rowId] : []));
  if (all.length < least && projects.length === 0) return NO_MASS;

  const [tasks, census] = await Promise.all([tx.tasksOf([...new Set(projects)]), tx.census()]);
  if (census.others === 0) return NO_MASS;
  const rowsOf = ({ entity, rowId }: Deleted): TakenRow[] => [
    { entity, id: rowId },
    ...tasks
      .filter(({ projectId }) => entity === 'project' && projectId === rowId)
      .map(({ id }) => ({ entity: 'task', id })),
  ];
  const take = (one: Deleted, mutationId: string | null, isDone: boolean): Take => ({
    time: one.time,
    rows: rowsOf(one).map(({ entity, id }) => keyOf(entity, id)),
    mutationId,
    done: isDone,
  });
  const ids = massChange(
    [
      ...done.map((one) => take(one, null, true)),
      ...waiting.map((one) => take(one, null, false)),
      ...sent.map((one) => take(one, one.mutationId, false)),
    ],
    census.standing,
    least,
  );
  // A task that is deleted by itself, too, is in the hold for that.
  const single = new Set(all.map(({ entity, rowId }) => keyOf(entity, rowId)));
  const toHold = new Map<string, TakenRow[]>();
  for (const one of sent) {
    if (!ids.has(one.mutationId)) continue;
    const taken = rowsOf(one).filter(({ entity, id }) => id === one.rowId || !single.has(keyOf(entity, id)));
    toHold.set(one.mutationId, [...(toHold.get(one.mutationId) ?? []), ...taken]);
  }
  return { toHold, openHolds: near };
}

interface Deleted {
  readonly entity: string;
  readonly rowId: string;
  readonly time: number;
}

/** Rows that stand, that the push deletes, and that it does not bring back itself. */
function deletesOf(
  pusher: Pusher,
  mutations: readonly Mutation[],
  rows: ReadonlyMap<string, Row>,
): (Deleted & { readonly mutationId: string })[] {
  const last = new Map<string, Op>();
  for (const { ops } of mutations) for (const op of ops) last.set(keyOf(op.entity, op.id), op);
  return mutations.flatMap((mutation) =>
    mutation.ops.flatMap((op) => {
      const key = keyOf(op.entity, op.id);
      if (op.op !== 'delete' || last.get(key)?.op === 'restore') return [];
      if (rows.get(key)?.deletedAt !== null) return [];
      const { time } = authorOf(pusher, mutation);
      return [{ entity: op.entity, rowId: op.id, time, mutationId: mutation.id }];
    }),
  );
}
