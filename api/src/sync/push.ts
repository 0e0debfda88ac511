/**
 * A push (spec PU1–PU9), in one transaction:
 *  1. Who is it? Membership and role come from the database (PU5).
 *  2. Lock the device; look up which mutations are known (PU2).
 *  3. Judge the whole batch's order before any effect (PU3).
 *  4. Read and lock the rows, plan (pure).
 *  5. Take the versions, last; write rows, history, results and the device's ack (PU4).
 *  6. Read what a pull would answer (PU7). A device that was at the head needs no reading: what it has not seen is what
 *     it has just done.
 *  7. After the commit, tell who listens.
 */
import type { Row } from '@holdfast/shared/entities/define-entity';
import type { PushRequest, RowChange, SyncResponse } from '@holdfast/shared/sync/protocol';
import { type Cursor, formatCursor, parseCursor } from './cursor';
import { gatherFacts, readTouched } from './facts';
import { finishPlan } from './finish-plan';
import { type Incoming, readBatch } from './incoming';
import { keyOf } from './keys';
import { versionsIn } from './known-history';
import { judgedIn, type Page, pageAbove, startOf } from './page';
import { planPush } from './plan-push';
import type { Pusher } from './pusher';
import type { Device, NoMember, Scope, ServerStore, ServerTransaction, StoredMutation } from './server-store';

export type PushAnswer =
  | { readonly kind: 'page'; readonly page: SyncResponse; readonly failure: unknown }
  | { readonly kind: 'broken' | 'behind' | 'device_forked' | NoMember }
  | { readonly kind: 'gap'; readonly ack: number };

export interface PushDeps {
  readonly store: ServerStore;
  readonly now: () => number;
  /** Random, of at most 32 characters [0-9a-z]. */
  readonly newMark: () => string;
  readonly changed: (workspaceId: string, version: number, deviceId: string) => void;
  /** The storage is away: no mutation's fault. */
  readonly isAway?: (error: unknown) => boolean;
  /** So many deletes are a mass change (PU9): fifty, but where a world is small. */
  readonly massRows?: number | undefined;
}

/** A request whose mutations nobody has read yet, and the session that sent it, where there is one. */
type Asked = Omit<PushRequest, 'mutations'> & {
  readonly mutations: readonly unknown[];
  readonly session?: Scope['session'];
};

export async function push(
  deps: PushDeps,
  accountId: string,
  request: Asked,
  limit: number,
): Promise<PushAnswer> {
  const read = readBatch(request.mutations);
  if (read.kind !== 'batch') return read;
  const { workspaceId, deviceId } = request;
  const now = deps.now();
  const { session } = request;
  const { massRows } = deps;
  const scope = { accountId, workspaceId, ...(session ? { session } : {}) };
  const run = (batch: readonly Incoming[]) =>
    deps.store.transaction({ ...scope, mode: 'write' }, (tx) =>
      commit(tx, { ...request, accountId, now, limit, massRows }, batch, deps.newMark()),
    );
  const committed = await run(read.batch).catch((failure: unknown) => {
    if (deps.isAway?.(failure) || read.batch.length === 0) throw failure;
    return oneByOne(run, read.batch, failure);
  });
  if (committed.kind !== 'committed') return committed;
  const { ack, page, changed, results, failure } = committed;
  if (changed) deps.changed(workspaceId, page.version, deviceId);
  return { kind: 'page', page: { ack, now, results: [...results], ...page }, failure };
}

interface Sender {
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

type Committed =
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

/**
 * PU6, where the storage refuses what the plan took for good: up to the mutation that it refuses all is committed, that
 * one and the rest answer `retry`.
 */
async function oneByOne(
  run: (batch: readonly Incoming[]) => Promise<Committed>,
  batch: readonly Incoming[],
  failure: unknown,
): Promise<Committed> {
  let so = await run([]);
  for (const [index, incoming] of batch.entries()) {
    if (so.kind !== 'committed') return so;
    const next = await run([incoming]).catch(() => null);
    if (next !== null && next.kind !== 'committed') return next;
    if (next === null || next.failure)
      return { ...so, failure, results: [...so.results, ...retries(batch.slice(index))] };
    so = {
      ...next,
      changed: so.changed || next.changed,
      results: [...so.results, ...next.results],
    };
  }
  return so;
}

const retries = (batch: readonly Incoming[]): SyncResponse['results'] =>
  batch.map(({ id, seq }) => ({ id, seq, outcome: 'retry', duplicate: false, version: null }));

async function commit(
  tx: ServerTransaction,
  sender: Sender,
  batch: readonly Incoming[],
  mark: string,
): Promise<Committed> {
  const seen = batch.map(({ body }) => ('ops' in body ? body.seen : null));
  // What its author gave up is not looked at any more: it may be why the batch fails (PU6).
  const readable = batch.flatMap(({ body }) => ('ops' in body && body.skip !== true ? [body] : []));
  // Asked in one breath.
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
  const knownMutations = new Map(opening.mutations.map((mutation) => [mutation.id, mutation]));
  const order = judgeOrder(before?.ack ?? 0, batch, knownMutations);
  if (order) return order;

  const pusher: Pusher = { ...sender, role: membership.role };
  const fresh = readable.filter(({ id }) => !knownMutations.has(id));
  const facts = await gatherFacts(tx, fresh, pusher, {
    ...opening,
    touched,
    massRows: sender.massRows,
  });
  const plan = planPush(pusher, facts, knownMutations, batch);

  const count = plan.changed.size;
  const taken = count > 0 ? await tx.takeVersions(count, mark, opening.version) : opening.version + 1;
  const head = taken + count - 1;
  const writes = finishPlan(plan, pusher, taken, head);
  const ack = writes.results.reduce(
    (last, result) => (result.outcome === 'retry' ? last : Math.max(last, result.seq)),
    before?.ack ?? 0,
  );
  const device: Device = {
    id: sender.deviceId,
    accountId: sender.accountId,
    name: sender.deviceName,
    ack,
    told: Math.max(before?.told ?? 0, (batch[0]?.seq ?? 1) - 1),
    seenAt: sender.now,
  };
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
  const cursor = sender.cursor === null ? null : parseCursor(sender.cursor);
  const page = atHead(cursor, marks, head - count)
    ? {
        changes: writes.rows.toSorted((a, b) => a.row.version - b.row.version),
        cursor: formatCursor(count > 0 ? { version: head, mark, walk: null } : cursor),
        version: head,
        more: false,
        reset: false,
      }
    : await pageAbove(tx, startOf(sender.cursor, marks), { ...opening, version: head }, sender.limit);
  return {
    kind: 'committed',
    ack,
    changed: count > 0,
    results: [...writes.results],
    failure: plan.failure,
    page,
  };
}

const atHead = (cursor: Cursor | null, marks: ReadonlyMap<number, string>, head: number): cursor is Cursor =>
  cursor !== null && cursor.walk === null && cursor.version === head && marks.get(head) === cursor.mark;

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

function groupBy(changes: readonly RowChange[]): [string, Row[]][] {
  const groups = new Map<string, Row[]>();
  for (const { entity, row } of changes) groups.set(entity, [...(groups.get(entity) ?? []), row]);
  return [...groups];
}
