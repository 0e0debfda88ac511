/**
 * The server has seen this device's numbers already (a cloned or rolled-back profile), or misses some: the device
 * takes a new id and numbers its queue anew, keeping the mutation ids (PU3, H03, H04). A device id holds for all
 * workspaces, so every queue is numbered anew.
 *
 * Without the old numbers a server that was restored to an earlier state can no longer be noticed (PU3). So whatever no
 * page has brought yet is sent again, in every workspace.
 */
import { type Entropy, newId } from '@holdfast/shared/sync/ids';
import type { LocalStore } from '../db/local-store';
import { META, readDevice, writeDevice } from '../db/meta';
import { sendAgain } from './receive-walk';

export async function renumber(store: LocalStore, entropy: Entropy): Promise<void> {
  const id = newId(entropy);
  await store.transaction('strict', async (tx) => {
    const [device, entries, counters] = await Promise.all([readDevice(tx), tx.outbox(), tx.metaKeys('seq/')]);
    for (const key of counters) await tx.putMeta(key, 0);
    for (const entry of entries) await tx.deleteOutbox(entry.workspaceId, entry.seq);
    const last = new Map<string, number>();
    for (const entry of entries) {
      const seq = (last.get(entry.workspaceId) ?? 0) + 1;
      last.set(entry.workspaceId, seq);
      await tx.putOutbox({ ...entry, seq, mutation: { ...entry.mutation, seq } });
    }
    for (const [workspaceId, seq] of last) await tx.putMeta(META.seq(workspaceId), seq);
    for (const key of counters) {
      const workspaceId = key.slice(META.seq('').length);
      const unseen = await tx.ackedInView(workspaceId);
      // The views stand: what goes out again is part of them.
      if (unseen.length > 0) await sendAgain(tx, workspaceId, unseen, new Set());
    }
    await writeDevice(tx, { id, lastAt: device?.lastAt ?? 0 });
  });
}
