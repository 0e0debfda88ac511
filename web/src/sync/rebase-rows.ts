/** The view of rows that may have something pending, made anew within a transaction: confirmed plus pending (CL3). */
import type { SyncResponse } from '@holdfast/shared/sync/protocol';
import { type LocalTransaction, type OutboxEntry, rowAddress } from '../db/local-store';
import { partOfView, rebase, type Self } from '../db/rebase';

export async function rebaseRows(tx: LocalTransaction, keys: Iterable<string>, self: Self): Promise<void> {
  await Promise.all([...keys].map((key) => rebaseRow(tx, key, self)));
}

async function rebaseRow(tx: LocalTransaction, key: string, self: Self): Promise<void> {
  const { workspaceId, entity, id } = rowAddress(key);
  const [confirmed, acked, outbox] = await Promise.all([
    tx.confirmed(entity, workspaceId, id),
    tx.ackedOf(key),
    tx.outboxOf(key),
  ]);
  // Without a confirmed row nothing was pending: the view is what the server sent.
  if (confirmed === undefined) return;
  const pending = partOfView(key, acked, outbox);
  const view =
    pending.length === 0 ? confirmed : rebase(confirmed, pending, { workspaceId, entity, id }, self);
  await Promise.all([
    view === null ? tx.deleteRow(entity, workspaceId, id) : tx.putRow(entity, view),
    ...(acked.every((entry) => entry.passed === 1) && outbox.length === 0
      ? [tx.deleteConfirmed(entity, workspaceId, id)]
      : []),
  ]);
}

/** The state of the workspace that rows came from: its head, and which of this device's numbers it has answered. */
export interface Source {
  readonly head: number;
  readonly answered: (entry: OutboxEntry) => boolean;
}

/**
 * A pull brings no results for what was sent under an earlier device id, but the ack covers its seq all the same (PU3).
 * If the server knows the seq as another mutation's, the profile was copied or rolled back, and ours was not answered.
 */
export const answeredBy =
  ({ ack, results }: Pick<SyncResponse, 'ack' | 'results'>) =>
  ({ seq, frozen, mutation }: OutboxEntry): boolean =>
    frozen === 1 && seq <= ack && !results.some((one) => one.seq === seq && one.id !== mutation.id);

export const NOTHING_ANSWERED = (): boolean => false;

/**
 * Marks the changes that the server had already taken when it sent these rows: the rows contain them, so the view must
 * not apply them again (H20). A mutation's own version does not tell, it is that of the last of its rows. For what is
 * sent again after a restore this is an estimate until its result comes.
 */
export async function markHeld(
  tx: LocalTransaction,
  keys: Iterable<string>,
  { head, answered }: Source,
): Promise<void> {
  for (const key of keys) {
    for (const entry of await tx.ackedOf(key)) {
      // What the guard keeps is in no row: it goes with the cursor, when the row is there that says so (PU9).
      if (entry.passed === 1 || entry.outcome === 'held') continue;
      const held = heldNow(entry, key, entry.version <= head);
      if (held) await tx.putAcked({ ...entry, held });
    }
    for (const entry of await tx.outboxOf(key)) {
      const { again } = entry;
      const held = heldNow(entry, key, answered(entry) || (again !== undefined && again <= head));
      if (held) await tx.putOutbox({ ...entry, held });
    }
  }
}

/** Null: as it was. */
function heldNow({ held = [] }: Pick<OutboxEntry, 'held'>, key: string, isIn: boolean): string[] | null {
  if (isIn === held.includes(key)) return null;
  return isIn ? [...held, key] : held.filter((one) => one !== key);
}
