/**
 * What a person does with changes that were refused (CL5): Retry, Edit, Discard. Retry and Edit make a new mutation
 * id (MG14); the entry leaves *needs you* in the same strict transaction that puts the new one into the outbox.
 */
import { valueAt } from '@holdfast/shared/merge/row-values';
import { newId } from '@holdfast/shared/sync/ids';
import type { Op } from '@holdfast/shared/sync/op';
import { append } from './append';
import type { WriteContext } from './context';
import { isRefused, type OpIntent, opsOf, type Refused, refused } from './intent';
import type { LocalTransaction, RejectedEntry } from './local-store';
import { type NotStored, orNotStored, type WriteResult } from './write-result';

/** Sends the changes again as they were, in the order in which they were made; all of them or none. */
export const retryRejected = (ctx: WriteContext, mutationIds: readonly string[]): Promise<WriteResult> =>
  replace(ctx, mutationIds, (entry, _, tx) => asSeen(tx, entry, entry.mutation.ops));

/** Sends something else in the place of the first; what hung on it goes again as it was. */
export const editRejected = (
  ctx: WriteContext,
  mutationIds: readonly string[],
  ops: readonly OpIntent[],
): Promise<WriteResult> =>
  replace(ctx, mutationIds, (entry, isFirst, tx) => {
    if (!isFirst) return entry.mutation.ops;
    const edited = opsOf({ workspaceId: entry.workspaceId, name: entry.mutation.name, ops });
    return isRefused(edited) ? edited : asSeen(tx, entry, edited);
  });

/** For good: nothing of it is kept. */
export async function discardRejected(
  ctx: WriteContext,
  mutationIds: readonly string[],
): Promise<{ readonly kind: 'discarded' } | NotStored> {
  return orNotStored(async () => {
    await ctx.store.transaction('strict', async (tx) => {
      for (const id of mutationIds) await tx.deleteRejected(id);
    });
    return { kind: 'discarded' } as const;
  });
}

type OpsFor = (
  entry: RejectedEntry,
  isFirst: boolean,
  tx: LocalTransaction,
) => readonly Op[] | Refused | Promise<readonly Op[]>;

/** What a decision did not get is guarded on what stands by now: its author saw that, and wants theirs all the same. */
const asSeen = (
  tx: LocalTransaction,
  { workspaceId, code }: RejectedEntry,
  ops: readonly Op[],
): readonly Op[] | Promise<readonly Op[]> =>
  code === 'left' ? Promise.all(ops.map((op) => ontoWhatStands(tx, workspaceId, op))) : ops;

async function ontoWhatStands(tx: LocalTransaction, workspaceId: string, op: Op): Promise<Op> {
  const row = await tx.row(op.entity, workspaceId, op.id);
  if (!row) return op;
  const changes = Object.entries(op.changes).map(
    ([field, { to }]) => [field, { from: valueAt(row, field), to }] as const,
  );
  return { ...op, base: Math.max(0, row.version), after: null, changes: Object.fromEntries(changes) };
}

async function replace(
  ctx: WriteContext,
  mutationIds: readonly string[],
  opsFor: OpsFor,
): Promise<WriteResult> {
  // Ids are made outside: a transaction that runs again makes the same mutations.
  const fresh = mutationIds.map(() => newId(ctx));
  try {
    return await orNotStored(async () => {
      const { result, workspaceId } = await ctx.store.transaction('strict', (tx) =>
        replaceIn(tx, ctx, mutationIds, fresh, opsFor),
      );
      if (result.kind === 'saved') ctx.onWrite(workspaceId);
      return result;
    });
  } catch (error) {
    if (error instanceof RolledBack) return error.why;
    throw error;
  }
}

async function replaceIn(
  tx: LocalTransaction,
  ctx: WriteContext,
  mutationIds: readonly string[],
  fresh: readonly string[],
  opsFor: OpsFor,
): Promise<{ readonly result: WriteResult; readonly workspaceId: string }> {
  let result: WriteResult = { kind: 'unchanged' };
  let workspaceId = '';
  for (const [i, id] of mutationIds.entries()) {
    const entry = await tx.rejectedById(id);
    if (!entry) continue;
    workspaceId = entry.workspaceId;
    await tx.deleteRejected(id);
    const ops = await opsFor(entry, i === 0, tx);
    if (isRefused(ops)) throw new RolledBack(ops);
    if (ops.length === 0) continue;
    const { name, group } = entry.mutation;
    const appended = await append(tx, ctx, { workspaceId, name, group, id: fresh[i] ?? id, ops });
    if (isRefused(appended)) throw new RolledBack(gone(appended));
    if (appended.kind === 'saved' && result.kind !== 'saved') result = appended;
  }
  return { result, workspaceId };
}

const gone = (why: Refused): Refused => (why.code === 'not_found' ? refused('parent_gone') : why);

/** Takes the whole transaction back; the entries stay in *needs you*. */
class RolledBack extends Error {
  readonly why: Refused;

  constructor(why: Refused) {
    super(why.code);
    this.why = why;
  }
}
