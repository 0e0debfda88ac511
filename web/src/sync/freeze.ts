/**
 * What goes out next. An entry is frozen, durably, before its first send, and never changes after (CL2): what the
 * server may have taken is what stays in the outbox until its result comes.
 */
import { type Entropy, newId } from '@holdfast/shared/sync/ids';
import type { LocalStore, LocalTransaction, OutboxEntry } from '../db/local-store';
import { type Device, type Position, readDevice, readPosition, readSeq, writeDevice } from '../db/meta';
import { tried } from './outcomes';

export interface Standing {
  readonly device: Device;
  readonly position: Position;
}

/** The first entries of the queue, read anew each time (H09, H48). */
export async function outboxHead(
  store: LocalStore,
  workspaceId: string,
  limit: number,
  entropy: Entropy,
): Promise<Standing & { readonly entries: readonly OutboxEntry[] }> {
  const found = await store.transaction(
    'read',
    async (tx) => {
      const [device, position, entries] = await Promise.all([
        readDevice(tx),
        readPosition(tx, workspaceId),
        tx.outbox(workspaceId, limit),
      ]);
      return { device, position, entries };
    },
    'queue',
  );
  return { ...found, device: found.device ?? (await makeDevice(store, entropy)) };
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

/** The entries as they are frozen now: one that was folded meanwhile comes as folded, one that is gone is left out. */
export async function freeze(
  store: LocalStore,
  workspaceId: string,
  entries: readonly OutboxEntry[],
): Promise<readonly OutboxEntry[]> {
  // Sent before: frozen, and so unchanged.
  if (entries.every((entry) => entry.frozen === 1)) return entries;
  return store.transaction(
    'strict',
    async (tx) => {
      const now = await again(tx, workspaceId, entries);
      const frozen = now.map((entry): OutboxEntry => (entry.frozen === 1 ? entry : { ...entry, frozen: 1 }));
      await Promise.all(frozen.map((entry, i) => (entry === now[i] ? undefined : tx.putOutbox(entry))));
      return frozen;
    },
    'queue',
  );
}

/** Counts a try of the first entry (PU6). */
export const noteTry = (store: LocalStore, workspaceId: string, now: number): Promise<void> =>
  store.transaction('relaxed', async (tx) => {
    const [first] = await tx.outbox(workspaceId, 1);
    if (first) await tx.putOutbox(tried(first, now));
  });

/** The same entries as they are now, in order; a queue that was numbered anew meanwhile has none of them. */
async function again(
  tx: LocalTransaction,
  workspaceId: string,
  entries: readonly OutboxEntry[],
): Promise<OutboxEntry[]> {
  const ids = new Set(entries.map((entry) => entry.mutation.id));
  const head = await tx.outbox(workspaceId, entries.length);
  return head.filter((entry) => ids.has(entry.mutation.id));
}

/** A device gets its id with its first write or its first exchange. */
function makeDevice(store: LocalStore, entropy: Entropy): Promise<Device> {
  const fresh: Device = { id: newId(entropy), lastAt: 0 };
  return store.transaction(
    'strict',
    async (tx) => {
      const meanwhile = await readDevice(tx);
      if (!meanwhile) await writeDevice(tx, fresh);
      return meanwhile ?? fresh;
    },
    'queue',
  );
}
