/** The rows that a mutation touches: as they were, what is pending on them, and as they will be. */
import type { Row } from '@holdfast/shared/entities/define-entity';
import type { Op } from '@holdfast/shared/sync/op';
import { type AckedEntry, type LocalTransaction, type OutboxEntry, rowKey } from './local-store';
import { partOfView, rebase, type Self } from './rebase';

export interface Touched {
  readonly op: Op;
  readonly before: Row | null;
  readonly confirmed: Row | null;
  readonly hadPending: boolean;
  /** Waiting entries on it, by seq. */
  readonly entries: readonly OutboxEntry[];
  readonly acked: readonly AckedEntry[];
  /** The last of the person's own mutations that are part of what they saw. */
  readonly last: string | null;
  /** Of a restore of what stands: its deletion that the mass-change guard keeps, to be taken back (PU9). */
  readonly held: string | null;
  after: Row | null;
}

/** The rows of the ops by `rowKey`, in the order in which they are first named. */
export async function readTouched(
  tx: LocalTransaction,
  workspaceId: string,
  ops: readonly Op[],
): Promise<Map<string, Touched>> {
  const first = new Map(ops.map((op) => [rowKey(workspaceId, op.entity, op.id), op] as const).reverse());
  const read = await Promise.all([...first].reverse().map(([key, op]) => readOne(tx, workspaceId, key, op)));
  return new Map(read);
}

async function readOne(
  tx: LocalTransaction,
  workspaceId: string,
  key: string,
  op: Op,
): Promise<[string, Touched]> {
  const [row, confirmed] = await Promise.all([
    tx.row(op.entity, workspaceId, op.id),
    tx.confirmed(op.entity, workspaceId, op.id),
  ]);
  const before = row ?? null;
  const held = op.op === 'restore' && before?.deletedAt === null ? heldOf(await tx.ackedOf(key), op) : null;
  const base = baseOn(confirmed ?? before, op.base);
  const lastOf = (acked: readonly AckedEntry[]) => acked.filter(({ version }) => version > base).at(-1);
  // Without a confirmed row nothing is pending: the view is what the server has.
  if (confirmed === undefined) {
    // From an editor that was open longer: one's own edits since are nobody else's, whatever id this device had then.
    const last = before && base < before.version ? lastOf(await tx.ackedOf(key)) : undefined;
    const nothing = { entries: [], acked: [], last: held ?? last?.mutation.id ?? null, held };
    return [key, { op, before, confirmed: before, hadPending: false, ...nothing, after: before }];
  }
  const [entries, acked] = await Promise.all([tx.outboxOf(key), tx.ackedOf(key)]);
  const last = entries.at(-1) ?? lastOf(acked);
  const made = { entries, acked, last: held ?? last?.mutation.id ?? null, held };
  return [key, { op, before, confirmed, hadPending: true, ...made, after: before }];
}

/**
 * A base above the confirmed version is of a history that the server's restore undid, and `seen` will speak for the new
 * one: of that its author has seen nothing. Where the row has risen above the base again, nobody can tell.
 */
export const baseOn = (confirmed: Row | null, base: number): number =>
  base > (confirmed?.version ?? 0) ? 0 : base;

function heldOf(acked: readonly AckedEntry[], { entity, id }: Op): string | null {
  const deletes = ({ ops }: AckedEntry['mutation']) =>
    ops.some((op) => op.op === 'delete' && op.entity === entity && op.id === id);
  return acked.findLast((entry) => entry.outcome === 'held' && deletes(entry.mutation))?.mutation.id ?? null;
}

/** The row as it would be shown without its last entry. */
export function rowBelow(
  { op, confirmed, acked, entries }: Touched,
  workspaceId: string,
  self: Self,
): Row | null {
  const pending = partOfView(rowKey(workspaceId, op.entity, op.id), acked, entries.slice(0, -1));
  return rebase(confirmed, pending, { workspaceId, entity: op.entity, id: op.id }, self);
}

/** But for its last entry nothing of the row is on its way. */
export const isNothingElse = ({ entries, acked }: Touched): boolean =>
  entries.length === 1 && acked.every((entry) => entry.passed === 1);
