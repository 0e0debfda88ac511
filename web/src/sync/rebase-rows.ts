/** The view of rows that may have something pending, made anew within a transaction: confirmed plus pending (CL3). */
import type { Mutation } from '@holdfast/shared/sync/op';
import { type LocalTransaction, rowAddress } from '../db/local-store';
import { rebase, type Self } from '../db/rebase';

/** Acknowledged entries that the cursor has not passed come first, then what waits: the order of their making. */
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
  const inView = acked.filter((entry) => entry.passed === 0 && !entry.held?.includes(key));
  const waiting = outbox.filter((entry) => !entry.held?.includes(key));
  const pending: readonly Mutation[] = [...inView, ...waiting].map((entry) => entry.mutation);
  const view =
    pending.length === 0 ? confirmed : rebase(confirmed, pending, { workspaceId, entity, id }, self);
  await Promise.all([
    view === null ? tx.deleteRow(entity, workspaceId, id) : tx.putRow(entity, view),
    ...(acked.every((entry) => entry.passed === 1) && outbox.length === 0
      ? [tx.deleteConfirmed(entity, workspaceId, id)]
      : []),
  ]);
}

/**
 * Rows came from a state of the workspace as of `head`: what the server had taken up to there is in them already and no
 * longer part of their view (H20). A mutation's own version would not tell: it is that of the last of its rows. Of what
 * goes out again after a restore this is an estimate, until its result comes.
 */
export async function markHeld(tx: LocalTransaction, keys: Iterable<string>, head: number): Promise<void> {
  for (const key of keys) {
    for (const entry of await tx.ackedOf(key))
      if (entry.passed === 0 && entry.version <= head && !entry.held?.includes(key))
        await tx.putAcked({ ...entry, held: [...(entry.held ?? []), key] });
    for (const entry of await tx.outboxOf(key)) {
      const { again, held = [] } = entry;
      if (again === undefined || again <= head === held.includes(key)) continue;
      await tx.putOutbox({
        ...entry,
        held: again <= head ? [...held, key] : held.filter((one) => one !== key),
      });
    }
  }
}
