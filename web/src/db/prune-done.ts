import type { LocalTransaction } from './local-store';

/** How long, and how many in a workspace, the things done on this device can be taken back. */
export const DONE_KEPT = { forMs: 30 * 86_400_000, most: 200 } as const;
/** Looked after with every so many writes: a tap waits for no count. */
const EVERY = 50;

/** Drops what is too old, and the oldest of too many. @param seq of the write */
export async function pruneDone(
  tx: LocalTransaction,
  workspaceId: string,
  seq: number,
  now: number,
): Promise<void> {
  if (seq % EVERY !== 0) return;
  const all = await tx.done(workspaceId);
  const old = all.filter((entry, i) => entry.at < now - DONE_KEPT.forMs || i < all.length - DONE_KEPT.most);
  await tx.deleteDone(old.map((entry) => entry.id));
}
