/**
 * A walk: the workspace read again from version 0, and at its end what was not sent is dropped (PL4, H26). It goes
 * on after a reload: `meta` holds it, and the keys of each page's rows. The outbox stays.
 */
import type { Row } from '@holdfast/shared/entities/define-entity';
import {
  type AckedEntry,
  type LocalStore,
  type LocalTransaction,
  type OutboxEntry,
  rowKey,
} from '../db/local-store';
import {
  META,
  type Position,
  readPosition,
  readSeq,
  START,
  seenAt,
  type Walk,
  writePosition,
} from '../db/meta';
import { markHeld, NOTHING_ANSWERED } from './rebase-rows';

/** More than this, or half of all, is not dropped without a copy. */
const COPY_ABOVE = 200;
const KEEP_COPY_MS = 30 * 24 * 3_600_000;

/** Acknowledged entries are kept so long for a server that was restored (PL4). */
const KEEP_ACKED_MS = 7 * 24 * 3_600_000;

/** For this long a server surely recognizes a mutation (PU2: 400 days); an older one it would apply a second time. */
const KNOWN_MS = 390 * 24 * 3_600_000;

/**
 * What was acknowledged before this time is not sent again. The days count from the last answer of a history, not from
 * today: a device that was closed for weeks may still hold what a restore of the server has undone since.
 */
export const keptSince = (lastAnswerAt: number | null, now: number): number =>
  Math.max(Math.min(lastAnswerAt ?? now, now) - KEEP_ACKED_MS, now - KNOWN_MS);

/**
 * Reads the workspace anew although the server did not say so: the digests differ, or the registry has grown. The
 * cursor goes, and with it the server's chance to say that its history is another one: what it acknowledged lately
 * goes out again here as well.
 */
export const startOver = (store: LocalStore, workspaceId: string, now: number): Promise<void> =>
  store.transaction('relaxed', async (tx) => {
    const position = await readPosition(tx, workspaceId);
    if (position.gone) return;
    // The views stand: what goes out again is part of them.
    await writePosition(tx, workspaceId, await beginWalk(tx, workspaceId, position, now, new Set()));
  });

/** The server's history is another one: what it acknowledged lately goes out again; it knows what it has (PU2). */
export async function beginWalk(
  tx: LocalTransaction,
  workspaceId: string,
  position: Position,
  now: number,
  touched: Set<string>,
): Promise<Position> {
  await clearPages(tx, workspaceId);
  const since = keptSince(position.completeAt, now);
  // What no page has brought yet is in no history that this device has read, however long ago it was.
  const lately = (await tx.acked(workspaceId)).filter(
    ({ ackedAt, passed }) => ackedAt >= since || passed === 0,
  );
  if (lately.length > 0) await sendAgain(tx, workspaceId, lately, touched);
  return startedAnew(position, now);
}

/** The page's rows are remembered as sent. */
export async function rememberPage(
  tx: LocalTransaction,
  workspaceId: string,
  walk: Walk,
  rows: readonly { readonly entity: string; readonly row: Row }[],
): Promise<Walk> {
  const sent = rows.map(({ entity, row }) => `${entity}/${row.id}`);
  await tx.putMeta(META.walkPage(workspaceId, walk.pages), sent);
  return { ...walk, pages: walk.pages + 1 };
}

/** Drops confirmed rows that were not sent; many of them are kept as a file to save. */
export async function endWalk(
  tx: LocalTransaction,
  workspaceId: string,
  walk: Walk,
  now: number,
  touched: Set<string>,
): Promise<void> {
  const sent = await sentIn(tx, workspaceId, walk);
  const lost = await lostMeanwhile(tx, workspaceId, walk);
  if (lost.length > 0) await sendAgain(tx, workspaceId, lost, touched);
  const gone: { readonly entity: string; readonly row: Row; readonly pending: boolean }[] = [];
  let all = 0;
  for (const entity of await tx.entityNames(workspaceId)) {
    for (const id of await tx.rowIds(entity, workspaceId)) {
      all += 1;
      if (sent.has(`${entity}/${id}`)) continue;
      const confirmed = await tx.confirmed(entity, workspaceId, id);
      if (confirmed === null) continue; // made here, not yet sent
      const row = confirmed ?? (await tx.row(entity, workspaceId, id));
      if (row) gone.push({ entity, row, pending: confirmed !== undefined });
    }
  }
  if (gone.length > COPY_ABOVE || gone.length * 2 > all) await keepCopy(tx, workspaceId, gone, now);
  for (const { entity, row, pending } of gone) {
    if (pending) {
      const key = rowKey(workspaceId, entity, row.id);
      await tx.putConfirmed(entity, workspaceId, row.id, null);
      await markHeld(tx, [key], NOWHERE);
      touched.add(key);
    } else await tx.deleteRow(entity, workspaceId, row.id);
  }
  await clearPages(tx, workspaceId);
}

/** For rows that are gone: the server's state of them includes no change of this device. */
const NOWHERE = { head: -1, answered: NOTHING_ANSWERED };

function startedAnew(position: Position, now: number): Position {
  const before = seenAt(position);
  return {
    ...START,
    generation: position.generation + 1,
    completeAt: position.completeAt,
    walk: { startedAt: now, pages: 0, ...(before === null ? {} : { before }) },
  };
}

/** Puts them in front of what waits, in the order in which they were made: with new seqs, and their old ids. */
export async function sendAgain(
  tx: LocalTransaction,
  workspaceId: string,
  acked: readonly AckedEntry[],
  touched: Set<string>,
): Promise<void> {
  const waiting = await tx.outbox(workspaceId);
  // Without a gap behind what the server has answered.
  const first = waiting[0];
  let seq = first ? first.seq - 1 : await readSeq(tx, workspaceId);
  const again = acked.map(
    ({ mutation, rows, version, passed, held = [] }): OutboxEntry => ({
      workspaceId,
      seq: 0,
      mutation,
      frozen: 1,
      rows,
      tries: 0,
      firstTryAt: null,
      again: version,
      // The rows that stand hold it until others come.
      held: passed === 1 ? rows : held,
    }),
  );
  for (const entry of waiting) await tx.deleteOutbox(workspaceId, entry.seq);
  for (const entry of [...again, ...waiting]) {
    seq += 1;
    await tx.putOutbox({ ...entry, seq, mutation: { ...entry.mutation, seq } });
  }
  await tx.putMeta(META.seq(workspaceId), seq);
  for (const entry of acked) {
    await tx.deleteAcked(entry.mutation.id);
    for (const op of entry.mutation.ops) {
      const key = rowKey(workspaceId, op.entity, op.id);
      touched.add(key);
      if ((await tx.confirmed(op.entity, workspaceId, op.id)) !== undefined) continue;
      // Until the walk brings what the server has, the row that stands is what is confirmed.
      await tx.putConfirmed(
        op.entity,
        workspaceId,
        op.id,
        (await tx.row(op.entity, workspaceId, op.id)) ?? null,
      );
    }
  }
}

/**
 * Acknowledged while the walk went on, and not in what was read: with no cursor the server could not say that it had
 * been restored in between.
 */
async function lostMeanwhile(tx: LocalTransaction, workspaceId: string, walk: Walk): Promise<AckedEntry[]> {
  const lost: AckedEntry[] = [];
  for (const entry of await tx.acked(workspaceId)) {
    if (entry.ackedAt < walk.startedAt) continue;
    const versions = entry.mutation.ops.map(async (op) => {
      const confirmed = await tx.confirmed(op.entity, workspaceId, op.id);
      const row = confirmed === undefined ? await tx.row(op.entity, workspaceId, op.id) : confirmed;
      return row?.version ?? 0;
    });
    if (Math.max(0, ...(await Promise.all(versions))) < entry.version) lost.push(entry);
  }
  return lost;
}

async function sentIn(tx: LocalTransaction, workspaceId: string, walk: Walk): Promise<ReadonlySet<string>> {
  const sent = new Set<string>();
  for (let page = 0; page < walk.pages; page += 1)
    for (const key of ((await tx.meta(META.walkPage(workspaceId, page))) ?? []) as readonly string[])
      sent.add(key);
  return sent;
}

async function clearPages(tx: LocalTransaction, workspaceId: string): Promise<void> {
  for (const key of await tx.metaKeys(META.walkPages(workspaceId))) await tx.deleteMeta(key);
}

async function keepCopy(
  tx: LocalTransaction,
  workspaceId: string,
  gone: readonly { readonly entity: string; readonly row: Row }[],
  now: number,
): Promise<void> {
  for (const key of await tx.metaKeys(META.keptAll(workspaceId)))
    if (now - Number(key.split('/').at(-1)) > KEEP_COPY_MS) await tx.deleteMeta(key);
  const rows = gone.map(({ entity, row }) => ({ entity, row }));
  await tx.putMeta(META.kept(workspaceId, now), rows);
}
