/**
 * The only write path (CL1). One strict transaction over the rows, their confirmed ones, the outbox and the seq: when
 * it returns, the change is on disk. It knows no network; `onWrite` tells whoever sends.
 *
 *   1. check the intent by the registry alone: nothing is stored of what cannot be kept
 *   2. read device, seq, cursor, the rows; where something is pending on a row, its entries as well
 *   3. apply each op with the merge that the server uses
 *   4. fold into an entry that is not on its way, or append one; what folds to nothing leaves the queue
 *   5. write rows, confirmed, entry, seq, clock, and the way back; commit; wake the engine
 */
import type { Row } from '@holdfast/shared/entities/define-entity';
import { newId } from '@holdfast/shared/sync/ids';
import { type Mutation, type Op, SCHEMA } from '@holdfast/shared/sync/op';
import type { Rejection } from '@holdfast/shared/sync/rejection';
import type { WriteContext } from './context';
import { doneEntry } from './done-entry';
import { fold, isNothing } from './fold';
import { type Intent, isRefused, type OpIntent, opsOf, type Refused, refused } from './intent';
import { leaveQueue } from './leave-queue';
import {
  type AckedEntry,
  type DoneEntry,
  type LocalTransaction,
  type OutboxEntry,
  rowKey,
} from './local-store';
import { type Device, META, readDevice, readPosition, readSeq, writeDevice } from './meta';
import { pruneDone } from './prune-done';
import { applyLocally, partOfView, rebase, type Self } from './rebase';
import { StorageFailure } from './storage-failure';
import { undoOf } from './undo-of';

export type WriteResult =
  | Saved
  | Unchanged
  | Refused
  /** Storage would not take it; nothing of it is stored. `words` are for the person. */
  | { readonly kind: 'full' | 'storage'; readonly words: string };

/** Everything was already so: nothing was written. */
export interface Unchanged {
  readonly kind: 'unchanged';
  /** Fields that a guard left alone because somebody had changed them. */
  readonly left?: readonly string[];
}

/** On this device's disk, and in its outbox. */
export interface Saved {
  readonly kind: 'saved';
  readonly workspaceId: string;
  readonly mutationId: string;
  readonly group: string | null;
  /** The rows after it, as the screen shows them, in the order of the ops. */
  readonly rows: readonly Row[];
  /** What takes it back, in the order in which it has to happen. */
  readonly undo: readonly OpIntent[];
  /** Where it stands among what was done here (`turnDone`). */
  readonly doneId: string;
  /** Fields that a guard left alone because somebody had changed them. */
  readonly left: readonly string[];
}

export async function mutate(ctx: WriteContext, intent: Intent): Promise<WriteResult> {
  const ops = opsOf(intent);
  if (isRefused(ops)) return ops;
  if (ops.length === 0) return { kind: 'unchanged' };
  const id = newId(ctx);
  let attempts = 0;
  try {
    const result = await ctx.store.transaction('strict', async (tx) => {
      attempts += 1;
      const group = intent.group ?? ctx.group ?? null;
      return append(tx, ctx, { ...intent, group, id, ops, again: attempts > 1 });
    });
    if (result.kind === 'saved') ctx.onWrite(intent.workspaceId);
    return result;
  } catch (error) {
    if (error instanceof StorageFailure) return inWords(error);
    throw error;
  }
}

/** An action that reads before it writes: trouble of storage in the reading is told as trouble in the writing is. */
export async function readThenWrite(action: () => Promise<WriteResult>): Promise<WriteResult> {
  try {
    return await action();
  } catch (error) {
    if (error instanceof StorageFailure) return inWords(error);
    throw error;
  }
}

export interface Appending {
  readonly workspaceId: string;
  readonly name: string;
  readonly group?: string | null;
  readonly id: string;
  readonly ops: readonly Op[];
  /** The transaction runs again after a dead handle: the first run may have been committed. */
  readonly again?: boolean;
  /** It turns this entry round: no new thing done. */
  readonly turning?: DoneEntry;
}

/** Steps 2 to 5 within a strict transaction that is under way. */
export async function append(
  tx: LocalTransaction,
  ctx: WriteContext,
  appending: Appending,
): Promise<Saved | Unchanged | Refused> {
  const { workspaceId, ops } = appending;
  const [device, seq, position, moving, touched, already] = await Promise.all([
    readDevice(tx),
    readSeq(tx, workspaceId),
    readPosition(tx, workspaceId),
    tx.meta(META.moving),
    readTouched(tx, workspaceId, ops),
    appending.again ? tx.outboxById(appending.id) : undefined,
  ]);
  if (moving !== undefined)
    return refused('moved', null, 'You signed in in another tab. Reload to go on there.');
  if (position.gone)
    return refused('gone', null, 'You are no longer in this workspace. Copy what you typed to keep it.');
  if (already) return savedAlready(already, touched, appending.id);

  const self: Device = device ?? { id: newId(ctx), lastAt: 0 };
  const at = Math.max(ctx.now(), self.lastAt);
  const author: Self = { deviceId: self.id, accountId: ctx.accountId };
  const outcome = applyAll(touched, appending, at, author);
  if (isRefused(outcome)) return outcome;
  if (!outcome.changed && ops.every((op) => op.guard || op.op !== 'patch'))
    return { kind: 'unchanged', left: outcome.left };

  const only = touched.size === 1 ? [...touched.values()][0] : undefined;
  const folded =
    only?.after &&
    fold({
      ...appending,
      last: only.entries.at(-1),
      confirmedVersion: only.confirmed?.version ?? 0,
      at,
      after: only.after,
      below: () => rowBelow(only, workspaceId, author),
    });
  const entry: OutboxEntry = folded ?? {
    workspaceId,
    seq: seq + 1,
    mutation: mutationOf(appending, outcome.ops, at, seq + 1, position.cursor),
    frozen: ctx.leavesAtOnce?.(workspaceId) ? 1 : 0,
    rows: [...touched.keys()],
    tries: 0,
    firstTryAt: null,
  };

  const undo = [...touched.values()].flatMap(({ op, before, after }) => undoOf(op.entity, before, after));
  const turn = undo.toReversed();
  const done = doneEntry(appending, entry.mutation.id, at, turn, outcome.left);

  const writes: Promise<void>[] = [writeDevice(tx, { ...self, lastAt: at })];
  if (done) writes.push(tx.putDone(done));
  if (folded && only && isNothing(folded) && (await leaveQueue(tx, folded))) {
    only.after = rowBelow(only, workspaceId, author);
    if (isNothingElse(only)) writes.push(tx.deleteConfirmed(only.op.entity, workspaceId, only.op.id));
  } else {
    writes.push(tx.putOutbox(entry));
    if (!folded) writes.push(tx.putMeta(META.seq(workspaceId), entry.seq));
  }
  for (const { op, confirmed, hadPending, after } of touched.values()) {
    if (!hadPending) writes.push(tx.putConfirmed(op.entity, workspaceId, op.id, confirmed));
    if (after) writes.push(tx.putRow(op.entity, after));
  }
  await Promise.all(writes);
  await pruneDone(tx, workspaceId, entry.seq, at);
  return {
    kind: 'saved',
    workspaceId,
    mutationId: entry.mutation.id,
    group: entry.mutation.group,
    rows: ops.flatMap((op) => touched.get(rowKey(workspaceId, op.entity, op.id))?.after ?? []),
    undo: turn,
    doneId: done?.id ?? appending.id,
    left: outcome.left,
  };
}

/** A row that the mutation touches: as it was, and as it will be. */
interface Touched {
  readonly op: Op;
  readonly before: Row | null;
  readonly confirmed: Row | null;
  readonly hadPending: boolean;
  /** Waiting entries on it, by seq. */
  readonly entries: readonly OutboxEntry[];
  readonly acked: readonly AckedEntry[];
  /** The last of the person's own mutations that are part of what they saw. */
  readonly last: string | null;
  after: Row | null;
}

async function readTouched(
  tx: LocalTransaction,
  workspaceId: string,
  ops: readonly Op[],
): Promise<Map<string, Touched>> {
  const first = new Map(ops.map((op) => [rowKey(workspaceId, op.entity, op.id), op] as const).reverse());
  const read = await Promise.all([...first].reverse().map(([key, op]) => readOne(tx, workspaceId, key, op)));
  return new Map(read);
}

async function readOne(
  tx: LocalTransaction,
  workspaceId: string,
  key: string,
  op: Op,
): Promise<[string, Touched]> {
  const [row, confirmed] = await Promise.all([
    tx.row(op.entity, workspaceId, op.id),
    tx.confirmed(op.entity, workspaceId, op.id),
  ]);
  const before = row ?? null;
  const lastOf = (acked: readonly AckedEntry[]) => acked.filter(({ version }) => version > op.base).at(-1);
  // Without a confirmed row nothing is pending: the view is what the server has.
  if (confirmed === undefined) {
    // From an editor that was open longer: one's own edits since are nobody else's, whatever id this device had then.
    const last = before && op.base < before.version ? lastOf(await tx.ackedOf(key)) : undefined;
    const nothing = { entries: [], acked: [], last: last?.mutation.id ?? null };
    return [key, { op, before, confirmed: before, hadPending: false, ...nothing, after: before }];
  }
  const [entries, acked] = await Promise.all([tx.outboxOf(key), tx.ackedOf(key)]);
  const last = entries.at(-1) ?? lastOf(acked);
  const made = { entries, acked, last: last?.mutation.id ?? null };
  return [key, { op, before, confirmed, hadPending: true, ...made, after: before }];
}

/** The row as it would be shown without its last entry. */
function rowBelow({ op, confirmed, acked, entries }: Touched, workspaceId: string, self: Self): Row | null {
  const pending = partOfView(rowKey(workspaceId, op.entity, op.id), acked, entries.slice(0, -1));
  return rebase(confirmed, pending, { workspaceId, entity: op.entity, id: op.id }, self);
}

/** But for its last entry nothing of the row is on its way. */
const isNothingElse = ({ entries, acked }: Touched): boolean =>
  entries.length === 1 && acked.every((entry) => entry.passed === 1);

/** Applies the ops to `touched`, in order; each op gets the chain that it was made on. */
function applyAll(
  touched: Map<string, Touched>,
  { workspaceId, id, ops }: Appending,
  at: number,
  self: Self,
): { readonly ops: readonly Op[]; readonly changed: boolean; readonly left: readonly string[] } | Refused {
  const chained: Op[] = [];
  const left: string[] = [];
  let changed = false;
  for (const plain of ops) {
    const row = touched.get(rowKey(workspaceId, plain.entity, plain.id));
    if (!row) continue;
    const op = { ...plain, after: row.last };
    const result = applyLocally(row.after, op, { id, at }, workspaceId, self);
    if (result.kind === 'rejected') return explain(result);
    changed ||= result.row !== row.after || result.conflicts.length > 0;
    row.after = result.row;
    left.push(...result.left);
    chained.push(op);
  }
  return { ops: chained, changed, left };
}

const mutationOf = (
  { id, name, group }: Appending,
  ops: readonly Op[],
  at: number,
  seq: number,
  seen: string | null,
): Mutation => ({ id, seq, schema: SCHEMA, at, seen, name, group: group ?? null, ops });

/** The first run was committed after all: what it wrote is there. */
function savedAlready(entry: OutboxEntry, touched: Map<string, Touched>, doneId: string): Saved {
  const rows = [...touched.values()].flatMap(({ before }) => before ?? []);
  return {
    kind: 'saved',
    workspaceId: entry.workspaceId,
    mutationId: entry.mutation.id,
    group: entry.mutation.group,
    rows,
    undo: [],
    doneId,
    left: [],
  };
}

function explain(rejection: Rejection): Refused {
  if (rejection.code === 'not_found') return refused('not_found', null, 'This is no longer on this device.');
  if (rejection.code === 'reused') return refused('reused', null, 'This is there already.');
  return refused('invalid', null, 'This can’t be saved as it is.');
}

/** What storage trouble means to the person whose words are still in the field. */
export function inWords(failure: StorageFailure): {
  readonly kind: 'full' | 'storage';
  readonly words: string;
} {
  if (failure.trouble === 'full')
    return { kind: 'full', words: 'This device is full. What is on screen is not saved yet.' };
  if (failure.trouble === 'closed')
    return {
      kind: 'storage',
      words: 'Another tab closed this one’s storage. Reload to go on; this is not saved yet.',
    };
  if (failure.trouble === 'blocked')
    return {
      kind: 'storage',
      words: 'Another tab holds an older version open. Close it; this is not saved yet.',
    };
  return {
    kind: 'storage',
    words: 'This browser’s storage does not answer. What is on screen is not saved yet.',
  };
}
