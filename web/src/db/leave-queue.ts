/**
 * What came back to where it was before anybody saw it has nothing to say: it leaves the queue instead of going out
 * empty and being counted as a change that waits. Its number is free again, so the ones behind it move up: the queue
 * has no gaps (PU3). What was made on it was made on what lay below it (`after`).
 */
import type { LocalTransaction, OutboxEntry } from './local-store';
import { META } from './meta';

/** @returns false where something behind it may be on its way under its number: then nothing was done */
export async function leaveQueue(tx: LocalTransaction, entry: OutboxEntry): Promise<boolean> {
  const { workspaceId } = entry;
  const all = await tx.outbox(workspaceId);
  const behind = all.filter((later) => later.seq > entry.seq);
  if (entry.frozen === 1 || behind.some((later) => later.frozen === 1)) return false;
  for (const one of [entry, ...behind]) await tx.deleteOutbox(workspaceId, one.seq);
  let { seq } = entry;
  for (const later of behind) {
    await tx.putOutbox({ ...later, seq, mutation: { ...relinked(later, entry), seq } });
    seq += 1;
  }
  await tx.putMeta(META.seq(workspaceId), seq - 1);
  return true;
}

function relinked({ mutation }: OutboxEntry, gone: OutboxEntry): OutboxEntry['mutation'] {
  const below = (row: string) => gone.mutation.ops.find((op) => op.id === row)?.after ?? null;
  const ops = mutation.ops.map((op) => (op.after === gone.mutation.id ? { ...op, after: below(op.id) } : op));
  return { ...mutation, ops };
}
