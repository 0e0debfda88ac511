/**
 * A mutation's way into the outbox, within a strict transaction that is under way (CL1): steps 2 to 5 of `mutate`.
 */
import { newId } from '@holdfast/shared/sync/ids';
import { type Mutation, type Op, SCHEMA } from '@holdfast/shared/sync/op';
import type { RejectionCode } from '@holdfast/shared/sync/rejection';
import type { WriteContext } from './context';
import { doneEntry } from './done-entry';
import { fold, isNothing } from './fold';
import { isRefused, type OpIntent, type RefusalCode, type Refused, refused } from './intent';
import { leaveQueue } from './leave-queue';
import { type DoneEntry, type LocalTransaction, type OutboxEntry, rowKey } from './local-store';
import { type Device, META, readDevice, readPosition, readSeq, seenAt, writeDevice } from './meta';
import { pruneDone } from './prune-done';
import { applyLocally, type Self } from './rebase';
import { baseOn, isNothingElse, readTouched, rowBelow, type Touched } from './touched';
import { undoOf } from './undo-of';
import type { Saved, Unchanged } from './write-result';

export interface Appending {
  readonly workspaceId: string;
  readonly name: string;
  readonly group?: string | null;
  readonly id: string;
  readonly ops: readonly Op[];
  /** The transaction runs again after a dead handle: the first run may have been committed. */
  readonly again?: boolean;
  /** The done entry that this undoes or does again: no new one is made. */
  readonly turning?: DoneEntry;
}

/** Stores the mutation and all that it changes. A refusal has stored nothing; the caller rolls back the rest. */
export async function append(
  tx: LocalTransaction,
  ctx: WriteContext,
  appending: Appending,
): Promise<Saved | Unchanged | Refused> {
  const { workspaceId, ops } = appending;
  const atOnce = ctx.leavesAtOnce?.(workspaceId) ?? false;
  const [device, seq, position, moving, touched, already, waiting] = await Promise.all([
    readDevice(tx),
    readSeq(tx, workspaceId),
    readPosition(tx, workspaceId),
    tx.meta(META.moving),
    readTouched(tx, workspaceId, ops),
    appending.again ? storedAs(tx, appending.id) : undefined,
    atOnce ? tx.outboxCount(workspaceId) : undefined,
  ]);
  if (moving !== undefined) return refused('moved');
  if (position.gone) return refused('gone');
  if (already) return savedAlready(already, touched, appending.id);

  const self: Device = device ?? { id: newId(ctx), lastAt: 0 };
  const at = Math.max(ctx.now(), self.lastAt);
  const author: Self = { deviceId: self.id, accountId: ctx.accountId };
  const outcome = applyAll(touched, appending, at, author);
  if (isRefused(outcome)) return outcome;
  const takesBack = [...touched.values()].some(({ held }) => held !== null);
  if (!outcome.changed && !takesBack && ops.every((op) => op.guard || op.op !== 'patch'))
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
    mutation: mutationOf(appending, outcome.ops, at, seq + 1, seenAt(position)),
    frozen: atOnce ? 1 : 0,
    rows: [...touched.keys()],
    tries: 0,
    firstTryAt: null,
  };

  const undo = [...touched.values()].flatMap(wayBack);
  const turn = undo.toReversed();
  const done = doneEntry(appending, entry.mutation.id, at, turn, outcome.left);

  const written: Device = { ...self, lastAt: at };
  const writes: Promise<void>[] = [writeDevice(tx, written)];
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
    ...(waiting === 0 ? { leaving: { workspaceId, device: written, position, entries: [entry] } } : {}),
  };
}

/** What was taken back from a hold is deleted again. */
function wayBack({ op: { entity, id }, before, after, held }: Touched): readonly OpIntent[] {
  if (held === null) return undoOf(entity, before, after);
  return [{ op: 'delete', entity, id, base: after?.version ?? 0, guard: true }];
}

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
    const op = { ...plain, base: baseOn(row.confirmed, plain.base), after: row.last };
    const result = applyLocally(row.after, op, { id, at }, workspaceId, self);
    if (result.kind === 'rejected') return refused(CODES[result.code] ?? 'invalid');
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

/** Whoever sends, in another tab perhaps, may have sent it since: a page that was kept aside comes back late. */
const storedAs = async (
  tx: LocalTransaction,
  id: string,
): Promise<Pick<OutboxEntry, 'workspaceId' | 'mutation'> | undefined> =>
  (await tx.outboxById(id)) ?? (await tx.ackedById(id)) ?? (await tx.rejectedById(id));

/** The first run was committed after all: what it wrote is there. */
function savedAlready(
  entry: Pick<OutboxEntry, 'workspaceId' | 'mutation'>,
  touched: Map<string, Touched>,
  doneId: string,
): Saved {
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

/** What a rejection of one's own device means. */
const CODES: { readonly [code in RejectionCode]?: RefusalCode } = {
  not_found: 'not_found',
  reused: 'reused',
};
