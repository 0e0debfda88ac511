/**
 * What the server said, taken over in one relaxed transaction: results, rows, cursor last (CL3, PL2).
 *
 *   1. settle the results: they hold whatever becomes of the rows
 *   2. refuse the page (rows and cursor) if it answers an older question (H19) or a row does not parse
 *   3. a reset starts a walk: rows sent from here on are remembered, what was acknowledged lately goes out again (PL4)
 *   4. put the rows: new confirmed where something is pending, the view itself everywhere else
 *   5. move the cursor; acknowledged entries that it has passed leave the view with the last page
 *   6. at a walk's end drop what was not sent
 *   7. rebase every row that was touched and has something pending
 */
import type { Row } from '@holdfast/shared/entities/define-entity';
import type { MutationResult, SyncResponse } from '@holdfast/shared/sync/protocol';
import { type LocalStore, type LocalTransaction, rowKey } from '../db/local-store';
import { type Position, readDevice, readPosition, writePosition } from '../db/meta';
import type { SentFrom } from './engine-deps';
import { forgetGranted } from './not-taken';
import { isPassed, type Reach, type Settling, settleResult } from './outcomes';
import { answeredBy, markHeld, NOTHING_ANSWERED, rebaseRows } from './rebase-rows';
import { isWrong, receiveRow } from './receive-row';
import { beginWalk, endWalk, keptSince, rememberPage } from './receive-walk';

export interface Receiving {
  readonly store: LocalStore;
  readonly accountId: string;
  readonly workspaceId: string;
  readonly sentFrom: SentFrom;
  readonly response: SyncResponse;
  readonly now: number;
}

export interface Received {
  /** Entries that left the outbox. */
  readonly settled: number;
  /** The cursor is another one than before. */
  readonly moved: boolean;
  /** The page was taken and was the last: this device holds everything that the server had. */
  readonly complete: boolean;
  /** Entries still in the workspace's outbox. */
  readonly waiting: number;
  /** Rows that do not parse: the page was refused, its results were taken (PL2). For a report, without text. */
  readonly refusedRows: readonly { readonly entity: string; readonly field: string }[];
}

export function receive(receiving: Receiving): Promise<Received> {
  const page = readPage(receiving);
  return receiving.store.transaction('relaxed', (tx) => take(tx, receiving, page));
}

interface Page {
  readonly rows: readonly { readonly entity: string; readonly row: Row }[];
  readonly wrong: Received['refusedRows'];
}

/** Outside of the transaction: parsing ten thousand rows must not hold it open. */
function readPage({ response, workspaceId }: Receiving): Page {
  const rows: { entity: string; row: Row }[] = [];
  const wrong: { entity: string; field: string }[] = [];
  for (const change of response.changes) {
    const row = receiveRow(change.entity, change.row, workspaceId);
    if (isWrong(row)) wrong.push({ entity: change.entity, field: row.wrong });
    else rows.push({ entity: change.entity, row });
  }
  return { rows, wrong };
}

async function take(tx: LocalTransaction, receiving: Receiving, page: Page): Promise<Received> {
  const { workspaceId, response, sentFrom, now } = receiving;
  // Keys of rows whose view has to be made anew.
  const touched = new Set<string>();
  const [position, device] = await Promise.all([readPosition(tx, workspaceId), readDevice(tx)]);

  const current = position.cursor === sentFrom.cursor && position.generation === sentFrom.generation;
  const taken = current && page.wrong.length === 0;

  // 1
  const reach = taken ? reachOf(position, response, page) : { version: position.version, whole: true };
  const settled = await settleAll(
    tx,
    response.results,
    { workspaceId, now, reach, pulled: sentFrom.pulled === true },
    touched,
  );

  // 2
  let moved = false;
  if (taken) {
    // 3
    const from = response.reset ? await beginWalk(tx, workspaceId, position, now, touched) : position;
    // 4
    const pending = new Set(await tx.pendingRows(workspaceId));
    const shown = await putPage(tx, page, pending, touched);
    const isSame = device?.id === sentFrom.deviceId;
    const answered = isSame ? answeredBy(response) : NOTHING_ANSWERED;
    await markHeld(tx, shown, { head: response.version, answered });
    // 5
    const walk = from.walk && (await rememberPage(tx, workspaceId, from.walk, page.rows));
    const next = positionAfter(from, walk, response, page, now);
    moved = next.cursor !== position.cursor;
    await passAcked(tx, workspaceId, { version: next.version, whole: !response.more }, touched);
    // 6
    if (walk && !response.more) await endWalk(tx, workspaceId, walk, now, touched);
    if (moved || next.walk !== position.walk || next.generation !== position.generation || !response.more)
      await writePosition(tx, workspaceId, response.more ? next : { ...next, walk: null });
    if (settled > 0 || moved) await tx.pruneAcked(workspaceId, keptSince(now, now));
  }

  // 7
  if (touched.size > 0)
    await rebaseRows(tx, touched, { deviceId: device?.id ?? '', accountId: receiving.accountId });
  await forgetGranted(tx, response.results);
  return {
    settled,
    moved,
    complete: taken && !response.more,
    waiting: await tx.outboxCount(workspaceId),
    refusedRows: page.wrong,
  };
}

/** Answers how many entries left the outbox. */
async function settleAll(
  tx: LocalTransaction,
  results: readonly MutationResult[],
  settling: Settling,
  touched: Set<string>,
): Promise<number> {
  const all = await Promise.all(results.map((result) => settleResult(tx, result, settling)));
  for (const one of all) for (const key of one.rows) touched.add(key);
  return all.filter((one) => one.left).length;
}

/** No request for each row: where nothing is pending, the row is the view. Answers the keys of the others. */
async function putPage(
  tx: LocalTransaction,
  page: Page,
  pending: ReadonlySet<string>,
  touched: Set<string>,
): Promise<readonly string[]> {
  const views = new Map<string, Row[]>();
  const confirmed: string[] = [];
  const writes: Promise<void>[] = [];
  for (const { entity, row } of page.rows) {
    const key = rowKey(row.workspaceId, entity, row.id);
    if (pending.has(key)) {
      writes.push(tx.putConfirmed(entity, row.workspaceId, row.id, row));
      confirmed.push(key);
      touched.add(key);
    } else {
      const rows = views.get(entity);
      if (rows) rows.push(row);
      else views.set(entity, [row]);
    }
  }
  for (const [entity, rows] of views) writes.push(tx.putRows(entity, rows));
  await Promise.all(writes);
  return confirmed;
}

/** With more to come the page's last row says how far it reaches; without, it reaches the head. */
function versionAfter(from: Position, response: SyncResponse, page: Page): number {
  if (!response.more) return response.version;
  return page.rows.reduce((most, { row }) => Math.max(most, row.version), from.version);
}

const reachOf = (from: Position, response: SyncResponse, page: Page): Reach => ({
  version: response.reset ? 0 : versionAfter(from, response, page),
  whole: !response.more,
});

function positionAfter(
  from: Position,
  walk: Position['walk'],
  response: SyncResponse,
  page: Page,
  now: number,
): Position {
  return {
    cursor: response.cursor,
    version: versionAfter(from, response, page),
    generation: from.generation,
    walk,
    completeAt: response.more ? from.completeAt : now,
  };
}

async function passAcked(
  tx: LocalTransaction,
  workspaceId: string,
  reach: Reach,
  touched: Set<string>,
): Promise<void> {
  const passed = (await tx.ackedInView(workspaceId)).filter((entry) => isPassed(entry, reach));
  for (const entry of passed) for (const key of entry.rows) touched.add(key);
  await Promise.all(passed.map((entry) => tx.putAcked({ ...entry, passed: 1 })));
}
