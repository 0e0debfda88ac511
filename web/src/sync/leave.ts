/**
 * Removed from a workspace (CL8, H65): its rows go from this device; what its author wrote and could not send any
 * more stays to be saved as a file. One transaction.
 */
import { type LocalStore, rowAddress } from '../db/local-store';
import { type Left, META, readPosition, START, writePosition } from '../db/meta';

export async function leaveWorkspace(store: LocalStore, workspaceId: string, now: number): Promise<void> {
  await store.transaction('strict', async (tx) => {
    const [outbox, rejected] = await Promise.all([tx.outbox(workspaceId), tx.rejected(workspaceId)]);
    const unsent = [...outbox, ...rejected].map((entry) => entry.mutation);
    const name = String((await tx.row('workspace', workspaceId, workspaceId))?.name ?? '');
    if (unsent.length > 0) {
      // Left before, and the file not saved yet: that stays too.
      const before = (await tx.meta(META.left(workspaceId))) as Left | undefined;
      const known = new Set(unsent.map((mutation) => mutation.id));
      const mutations = [...(before?.mutations ?? []).filter(({ id }) => !known.has(id)), ...unsent];
      const left: Left = { leftAt: now, name: name || (before?.name ?? ''), mutations };
      await tx.putMeta(META.left(workspaceId), left);
    }
    for (const entry of outbox) await tx.deleteOutbox(workspaceId, entry.seq);
    for (const entry of rejected) await tx.deleteRejected(entry.mutation.id);
    for (const entry of await tx.acked(workspaceId)) await tx.deleteAcked(entry.mutation.id);
    await tx.deleteDone((await tx.done(workspaceId)).map((entry) => entry.id));
    for (const key of await tx.pendingRows(workspaceId)) {
      const { entity, id } = rowAddress(key);
      await tx.deleteConfirmed(entity, workspaceId, id);
    }
    for (const entity of await tx.entityNames(workspaceId))
      for (const id of await tx.rowIds(entity, workspaceId)) await tx.deleteRow(entity, workspaceId, id);
    // No answer that is still on its way fills it again, and no tap that comes too late (H65).
    const { generation } = await readPosition(tx, workspaceId);
    await writePosition(tx, workspaceId, { ...START, generation: generation + 1, gone: true });
    const keys: readonly string[] = [
      ...(await tx.metaKeys(META.walkPages(workspaceId))),
      ...(await tx.metaKeys(META.keptAll(workspaceId))),
    ];
    for (const key of keys) await tx.deleteMeta(key);
  });
}
