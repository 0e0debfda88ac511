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
  const inView = acked.filter(
    (entry) => entry.passed === 0 && !isIncluded(entry.version, confirmed?.version),
  );
  const waiting = outbox.filter(
    (entry) => entry.again === undefined || !isIncluded(entry.again, confirmed?.version),
  );
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
 * The row that the server sent is at least as new as the mutation: it holds its effect already (H20). Of what goes out
 * again that is an estimate: after a restore another change may have that version, until the result comes.
 */
const isIncluded = (acked: number, confirmed: number | undefined): boolean =>
  confirmed !== undefined && confirmed >= acked;
