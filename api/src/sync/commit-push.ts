/**
 * One push in its transaction:
 *  1. Ask in one round trip who it is (membership and role come from the database, PU5), for the device, locked, for
 *     the mutations that are known (PU2), and for the rows that are touched, locked as well.
 *  2. Judge the whole batch's order before any effect (PU3).
 *  3. Read what else decides, and plan (pure).
 *  4. Take the versions, last; write rows, history, results and the device's ack (PU4).
 *  5. Read what a pull would answer (PU7). A device that was at the head needs no reading: what it has not seen is what
 *     it has just done.
 */
import type { Row } from '@holdfast/shared/entities/define-entity';
import type { RowChange, SyncResponse } from '@holdfast/shared/sync/protocol';
import { type Cursor, formatCursor, parseCursor } from './cursor';
import { type Facts, gatherFacts, readTouched } from './facts';
import { finishPlan, type Writes } from './finish-plan';
import type { Incoming } from './incoming';
import { keyOf } from './keys';
import { versionsIn } from './known-history';
import { isOnePage, judgedIn, type Page, pageAbove, startOf } from './page';
import { planPush } from './plan-push';
import type { Pusher } from './pusher';
import type { Device, Head, NoMember, ServerTransaction, StoredMutation } from './server-store';

/** Who pushes, and what the request says beside its mutations. */
export interface Sender {
  readonly accountId: string;
  readonly workspaceId: string;
  readonly deviceId: string;
  readonly deviceName: string;
  readonly cursor: string | null;
  readonly sentAt: number;
  readonly now: number;
  /** The most rows that the answer may carry. */
  readonly limit: number;
  readonly massRows: number | undefined;
}

export type Committed =
  | {
      readonly kind: 'committed';
      readonly ack: number;
      readonly changed: boolean;
      readonly results: SyncResponse['results'];
      readonly failure: unknown;
      readonly page: Page;
    }
  | { readonly kind: 'device_forked' | NoMember }
  | { readonly kind: 'gap'; readonly ack: number };

/** @param mark of the versions that the push takes: random, so that another history is told from this one. */
export async function commitPush(
  tx: ServerTransaction,
  sender: Sender,
  batch: readonly Incoming[],
  mark: string,
): Promise<Committed> {
  // 1
  const seen = batch.map(({ body }) => ('ops' in body ? body.seen : null));
  // What its author gave up (`skip`) is not read: it may be why the batch failed (PU6).
  const readable = batch.flatMap(({ body }) => ('ops' in body && body.skip !== true ? [body] : []));
  const [opening, touched] = await Promise.all([
    tx.open(
      sender.deviceId,
      batch.map(({ id }) => id),
      [...versionsIn([sender.cursor, ...seen]), ...judgedIn(sender.cursor)],
    ),
    readTouched(tx, readable),
  ]);
  const { membership, device: before, marks } = opening;
  if (membership.kind !== 'member') return membership;
  if (before && before.accountId !== sender.accountId) return { kind: 'device_forked' };

  // 2
  const knownMutations = new Map(opening.mutations.map((mutation) => [mutation.id, mutation]));
  const order = judgeOrder(before?.ack ?? 0, batch, knownMutations);
  if (order) return order;

  // 3
  const pusher: Pusher = { ...sender, role: membership.role };
  const fresh = readable.filter(({ id }) => !knownMutations.has(id));
  const facts = await gatherFacts(tx, fresh, pusher, {
    ...opening,
    touched,
    massRows: sender.massRows,
  });
  const plan = planPush(pusher, facts, knownMutations, batch);

  // 4
  const count = plan.changed.size;
  const taken = count > 0 ? await tx.takeVersions(count, mark, opening.version) : opening.version + 1;
  const head = taken + count - 1;
  const writes = finishPlan(plan, pusher, taken, head);
  const device = deviceAfter(before, sender, batch, writes.results);
  const leaving = writeAll(tx, writes, facts, device);

  // 5
  const paging = pageAfter(tx, sender, writes.rows, {
    marks,
    head: { ...opening, version: head },
    taken: count > 0 ? { count, mark } : null,
  });
  const [page] = await Promise.all([paging, leaving]);
  return {
    kind: 'committed',
    ack: device.ack,
    changed: count > 0,
    results: [...writes.results],
    failure: plan.failure,
    page,
  };
}

/** PU3: known ids move the ack; a new id below it was never acknowledged here, one beyond the next left a gap. */
function judgeOrder(
  ack: number,
  batch: readonly Incoming[],
  known: ReadonlyMap<string, StoredMutation>,
): { readonly kind: 'gap'; readonly ack: number } | { readonly kind: 'device_forked' } | null {
  let last = ack;
  for (const { id, seq } of batch) {
    if (seq > last + 1) return { kind: 'gap', ack };
    if (seq <= last && !known.has(id)) return { kind: 'device_forked' };
    last = Math.max(last, seq);
  }
  return null;
}

/** The device as it stands after the push: its ack reaches up to what answers `retry`. */
function deviceAfter(
  before: Device | null,
  sender: Sender,
  batch: readonly Incoming[],
  results: SyncResponse['results'],
): Device {
  return {
    id: sender.deviceId,
    accountId: sender.accountId,
    name: sender.deviceName,
    ack: results.reduce(
      (last, result) => (result.outcome === 'retry' ? last : Math.max(last, result.seq)),
      before?.ack ?? 0,
    ),
    told: Math.max(before?.told ?? 0, (batch[0]?.seq ?? 1) - 1),
    seenAt: sender.now,
  };
}

async function writeAll(tx: ServerTransaction, writes: Writes, facts: Facts, device: Device): Promise<void> {
  const known = (change: RowChange) => facts.rows.has(keyOf(change.entity, change.row.id));
  await Promise.all([
    ...groupBy(writes.rows.filter((change) => !known(change))).map(([entity, rows]) =>
      tx.insertRows(entity, rows),
    ),
    ...groupBy(writes.rows.filter(known)).map(([entity, rows]) => tx.writeRows(entity, rows)),
    tx.writeHistory(writes.history),
    tx.writeMutations(writes.mutations),
    tx.writeHeld(writes.held),
    tx.deleteHeld(writes.takenBack),
    tx.putDevice(device),
  ]);
}

function groupBy(changes: readonly RowChange[]): [string, Row[]][] {
  const groups = new Map<string, Row[]>();
  for (const { entity, row } of changes) groups.set(entity, [...(groups.get(entity) ?? []), row]);
  return [...groups];
}

/** What a pull would bring, asked behind what is written. */
async function pageAfter(
  tx: ServerTransaction,
  { cursor: text, limit }: Sender,
  rows: readonly RowChange[],
  now: {
    readonly marks: ReadonlyMap<number, string>;
    readonly head: Head;
    readonly taken: { readonly count: number; readonly mark: string } | null;
  },
): Promise<Page> {
  const { marks, head, taken } = now;
  const cursor = text === null ? null : parseCursor(text);
  if (isAtHead(cursor, marks, head.version - (taken?.count ?? 0))) {
    tx.nothingFollows();
    return ownPage(
      rows,
      taken ? { version: head.version, mark: taken.mark, walk: null } : cursor,
      head.version,
    );
  }
  const start = startOf(text, marks);
  const page = pageAbove(tx, start, head, limit, taken?.mark);
  if (isOnePage(start, head, limit)) tx.nothingFollows();
  return page;
}

const isAtHead = (
  cursor: Cursor | null,
  marks: ReadonlyMap<number, string>,
  head: number,
): cursor is Cursor =>
  cursor !== null && cursor.walk === null && cursor.version === head && marks.get(head) === cursor.mark;

/** Nobody else did anything since its cursor: what a pull would bring is what it has done. */
const ownPage = (rows: readonly RowChange[], cursor: Cursor, head: number): Page => ({
  changes: rows.toSorted((a, b) => a.row.version - b.row.version),
  cursor: formatCursor(cursor),
  version: head,
  more: false,
  reset: false,
});
