/**
 * What was written without an account goes to the account's database (CL12): rows and outbox into its personal
 * workspace, `workspaceId` and `createdBy` replaced, row and mutation ids kept. Sign-up keeps the workspace's id. A
 * sample that nobody made their own stays behind (`leave-sample.ts`).
 *
 *   1 mark the source: from here on nothing is written there (a second tab is told to reload)
 *   2 copy, with a mark of its own, in one strict transaction of the target
 *   3 the caller deletes the source
 *
 * A crash after any step repeats it harmlessly.
 */
import { type Entropy, newId } from '@holdfast/shared/sync/ids';
import { withoutSample } from '../db/leave-sample';
import {
  type DoneEntry,
  type LocalStore,
  type LocalTransaction,
  type MetaValue,
  type OutboxEntry,
  type RejectedEntry,
  rowAddress,
  rowKey,
} from '../db/local-store';
import { META, type Moving, readDevice, readSeq, writeDevice } from '../db/meta';
import { rebaseRows } from './rebase-rows';

/** Where the work of this database is on its way to, if a move began. */
export const movingTo = (source: LocalStore): Promise<Moving | undefined> =>
  source.transaction('read', (tx) => tx.meta(META.moving)) as Promise<Moving | undefined>;

/**
 * Answers how many changes were moved, 0 where that was done before; `elsewhere` where a move to another account broke
 * off: it goes on there, and never to whoever signs in next.
 */
export async function adopt(
  source: LocalStore,
  target: LocalStore,
  to: Moving,
  entropy: Entropy,
): Promise<number | 'elsewhere'> {
  const found = await source.transaction('strict', async (tx) => {
    const before = (await tx.meta(META.moving)) as Moving | undefined;
    if (before !== undefined && before.accountId !== to.accountId) return null;
    await tx.putMeta(META.moving, to);
    return readSource(tx);
  });
  if (found === null) return 'elsewhere';
  if (found.workspaceIds.length === 0 && found.drafts.length === 0) return 0;
  const freshDevice = newId(entropy);
  return target.transaction('strict', (tx) => copy(tx, found, to, freshDevice));
}

interface Source {
  readonly workspaceIds: readonly string[];
  readonly outbox: readonly OutboxEntry[];
  readonly rejected: readonly RejectedEntry[];
  readonly done: readonly DoneEntry[];
  readonly drafts: readonly (readonly [string, MetaValue])[];
  readonly lastAt: number;
}

async function readSource(tx: LocalTransaction): Promise<Source> {
  const [all, rejected, allDone, device, keys] = await Promise.all([
    tx.outbox(),
    tx.rejected(),
    tx.done(),
    readDevice(tx),
    tx.metaKeys('draft/'),
  ]);
  const outbox = withoutSample(all);
  const stays = new Set(all.filter((entry) => !outbox.includes(entry)).map((entry) => entry.mutation.id));
  const done = allDone.filter((entry) => !stays.has(entry.mutationId));
  const drafts: [string, MetaValue][] = [];
  for (const key of keys) drafts.push([key, (await tx.meta(key)) ?? null]);
  const workspaceIds = [...new Set([...outbox, ...rejected].map((entry) => entry.workspaceId))];
  return { workspaceIds, outbox, rejected, done, drafts, lastAt: device?.lastAt ?? 0 };
}

async function copy(tx: LocalTransaction, found: Source, to: Moving, freshDevice: string): Promise<number> {
  const marks = await Promise.all(found.workspaceIds.map((id) => tx.meta(META.adopted(id))));
  if (marks.length > 0 && marks.every((mark) => mark !== undefined)) return 0;

  const device = (await readDevice(tx)) ?? { id: freshDevice, lastAt: 0 };
  await writeDevice(tx, { ...device, lastAt: Math.max(device.lastAt, found.lastAt) });
  const moved = (key: string): string => {
    const { entity, id } = rowAddress(key);
    return rowKey(to.workspaceId, entity, id);
  };
  const touched = new Set<string>();
  let seq = await readSeq(tx, to.workspaceId);
  let count = 0;
  for (const entry of found.outbox) {
    if (await isThere(tx, entry.mutation.id)) continue;
    seq += 1;
    count += 1;
    const rows = entry.rows.map(moved);
    await tx.putOutbox({
      ...entry,
      workspaceId: to.workspaceId,
      seq,
      mutation: { ...entry.mutation, seq, seen: null },
      frozen: 0,
      rows,
    });
    for (const key of rows) await expect(tx, key, touched);
  }
  for (const entry of found.rejected) {
    if (await isThere(tx, entry.mutation.id)) continue;
    await tx.putRejected({ ...entry, workspaceId: to.workspaceId, rows: entry.rows.map(moved) });
  }
  // Sign-up keeps the workspace's id, another account's workspace has its own.
  for (const entry of found.done) await tx.putDone({ ...entry, workspaceId: to.workspaceId });
  for (const [key, value] of found.drafts) {
    const own = found.workspaceIds.reduce((name, id) => name.replace(id, to.workspaceId), key);
    await tx.putMeta(own, value);
  }
  await tx.putMeta(META.seq(to.workspaceId), seq);
  await rebaseRows(tx, touched, { deviceId: device.id, accountId: to.accountId });
  for (const id of found.workspaceIds) await tx.putMeta(META.adopted(id), true);
  return count;
}

async function isThere(tx: LocalTransaction, mutationId: string): Promise<boolean> {
  const [waiting, acked, rejected] = await Promise.all([
    tx.outboxById(mutationId),
    tx.ackedById(mutationId),
    tx.rejectedById(mutationId),
  ]);
  return waiting !== undefined || acked !== undefined || rejected !== undefined;
}

/** The row has something pending from here on; what stands (nothing, as a rule) is what is confirmed. */
async function expect(tx: LocalTransaction, key: string, touched: Set<string>): Promise<void> {
  if (touched.has(key)) return;
  touched.add(key);
  const { workspaceId, entity, id } = rowAddress(key);
  if ((await tx.confirmed(entity, workspaceId, id)) === undefined)
    await tx.putConfirmed(entity, workspaceId, id, (await tx.row(entity, workspaceId, id)) ?? null);
}
