/**
 * What goes out next. An entry is frozen, durably, before its first send, and never changes after (CL2): what the
 * server may have taken is what stays in the outbox until its result comes.
 */
import type { Entropy } from '@holdfast/shared/sync/ids';
import type { Leaving } from '../db/leaving';
import type { LocalStore, LocalTransaction, OutboxEntry } from '../db/local-store';
import { type Device, type Position, readDevice, readPosition, readSeq } from '../db/meta';
import { makeDevice } from './device';
import { tried } from './outcomes';

export interface Standing {
  readonly device: Device;
  readonly position: Position;
}

/**
 * The entries to send next: of the first `limit` of the queue, read anew each time (H09, H48), those that `choose`
 * takes (the first ones, in order). What was written frozen or sent before needs no transaction that writes.
 */
export async function freezeHead(
  store: LocalStore,
  workspaceId: string,
  limit: number,
  entropy: Entropy,
  choose: (entries: readonly OutboxEntry[]) => readonly OutboxEntry[] = (all) => all,
): Promise<Leaving> {
  const head = async (tx: LocalTransaction) => {
    const [device, position, entries] = await Promise.all([
      readDevice(tx),
      readPosition(tx, workspaceId),
      tx.outbox(workspaceId, limit),
    ]);
    return { device, position, entries: choose(entries) };
  };
  const seen = await store.transaction('read', head, 'queue');
  const isFrozen = (entry: OutboxEntry) => entry.frozen === 1;
  const found = seen.entries.every(isFrozen)
    ? seen
    : await store.transaction(
        'strict',
        async (tx) => {
          const { entries, ...now } = await head(tx);
          const frozen = entries.map((entry): OutboxEntry => ({ ...entry, frozen: 1 }));
          await tx.markFrozen(frozen.filter((_, i) => entries[i]?.frozen !== 1));
          return { ...now, entries: frozen };
        },
        'queue',
      );
  return { ...found, workspaceId, device: found.device ?? (await makeDevice(store, entropy)) };
}

/** Where this device stands; `ack`: results up to this seq are known here. */
export async function standing(
  store: LocalStore,
  workspaceId: string,
  entropy: Entropy,
): Promise<Standing & { readonly ack: number }> {
  const found = await store.transaction(
    'read',
    async (tx) => {
      const [device, position, seq, [first]] = await Promise.all([
        readDevice(tx),
        readPosition(tx, workspaceId),
        readSeq(tx, workspaceId),
        tx.outbox(workspaceId, 1),
      ]);
      return { device, position, ack: first ? first.seq - 1 : seq };
    },
    'queue',
  );
  return { ...found, device: found.device ?? (await makeDevice(store, entropy)) };
}

/** Counts a try of the first entry (PU6). */
export const noteTry = (store: LocalStore, workspaceId: string, now: number): Promise<void> =>
  store.transaction('relaxed', async (tx) => {
    const [first] = await tx.outbox(workspaceId, 1);
    if (first) await tx.putOutbox(tried(first, now));
  });
