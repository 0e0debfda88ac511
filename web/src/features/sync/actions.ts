/**
 * What people decide about changes that were turned down, and about questions that merging left. Nothing is thrown
 * away by trying: an entry leaves *needs you* only in the transaction that puts its successor into the outbox.
 */
import type { Conflict } from '@holdfast/shared/entities/conflict';
import type { Json } from '@holdfast/shared/entities/fields';
import { newId } from '@holdfast/shared/sync/ids';
import type { Changes, Op } from '@holdfast/shared/sync/op';
import type { WriteContext } from '../../db/context';
import { type OpIntent, refused } from '../../db/intent';
import type { LocalTransaction } from '../../db/local-store';
import { append, inWords, mutate, type WriteResult } from '../../db/mutate';
import { StorageFailure } from '../../db/storage-failure';

/** Other words for a text that was turned down: by row and field. */
export type Edited = { readonly [rowAndField: string]: string };
export const editedKey = (rowId: string, field: string): string => `${rowId} ${field}`;

export type Retried = { readonly kind: 'waiting' } | { readonly kind: 'kept'; readonly words: string };

/**
 * Sends it again as a new mutation (MG14), with what depended on it, in the order in which it was made. What cannot
 * be written again stays where it is, with the reason in words.
 */
export async function retryRejected(
  ctx: WriteContext,
  workspaceId: string,
  mutationIds: readonly string[],
  edited: Edited = {},
): Promise<Retried> {
  try {
    const words = await ctx.store.transaction('strict', (tx) =>
      retryAll(tx, ctx, workspaceId, mutationIds, edited),
    );
    ctx.onWrite(workspaceId);
    return words === null ? { kind: 'waiting' } : { kind: 'kept', words };
  } catch (error) {
    if (error instanceof StorageFailure) return { kind: 'kept', words: inWords(error).words };
    throw error;
  }
}

async function retryAll(
  tx: LocalTransaction,
  ctx: WriteContext,
  workspaceId: string,
  mutationIds: readonly string[],
  edited: Edited,
): Promise<string | null> {
  for (const id of mutationIds) {
    const entry = await tx.rejectedById(id);
    if (!entry || entry.workspaceId !== workspaceId) continue;
    const { name, group, ops } = entry.mutation;
    const again = ops.map((op) => withEdits(op, edited));
    const result = await append(tx, ctx, { workspaceId, name, group, id: newId(ctx), ops: again });
    if (result.kind === 'refused') return result.words;
    await tx.deleteRejected(id);
  }
  return null;
}

function withEdits(op: Op, edited: Edited): Op {
  const changes: { [field: string]: Changes[string] } = {};
  for (const [field, change] of Object.entries(op.changes)) {
    const to = edited[editedKey(op.id, field)];
    changes[field] = to === undefined ? change : { ...change, to };
  }
  return { ...op, after: null, changes };
}

/** For good. The caller has asked, and offered to copy first. */
export function discardRejected(ctx: WriteContext, mutationIds: readonly string[]): Promise<void> {
  return ctx.store.transaction('strict', async (tx) => {
    for (const id of mutationIds) await tx.deleteRejected(id);
  });
}

export interface Choice {
  readonly conflict: Conflict;
  /** The row as the person saw it: its version, and the fields in question. */
  readonly row: { readonly version: number; readonly values: { readonly [field: string]: Json } } | null;
}

/** What stands now stays; the other one remains in the history. */
export const keepWhatStands = (
  ctx: WriteContext,
  workspaceId: string,
  choice: Choice,
): Promise<WriteResult> =>
  mutate(ctx, { workspaceId, name: 'question.settle', ops: [settle(choice.conflict)] });

/** The person's own text takes the place of what they saw standing; what changed meanwhile is left alone (PU8). */
export function takeMine(ctx: WriteContext, workspaceId: string, choice: Choice): Promise<WriteResult> {
  const { conflict, row } = choice;
  if (row === null)
    return Promise.resolve(refused('not_found', null, 'This is no longer on this device. Copy it instead.'));
  const at = { entity: conflict.entity, id: conflict.rowId, base: row.version } as const;
  const ops: OpIntent[] = [];
  if (conflict.field === 'deletedAt') ops.push({ op: 'restore', ...at });
  const changes: { [field: string]: { from: Json; to: Json } } = {};
  for (const [field, to] of Object.entries(mineOf(conflict)))
    changes[field] = { from: row.values[field] ?? null, to };
  ops.push({ op: 'patch', ...at, guard: true, changes });
  return mutate(ctx, { workspaceId, name: 'question.settle', ops: [...ops, settle(conflict)] });
}

/** What the person had written, by field. Where an edit met a deletion it is the whole edit (MG9). */
export function mineOf(conflict: Conflict): { readonly [field: string]: Json } {
  if (conflict.field !== 'deletedAt') return { [conflict.field]: conflict.mine as Json };
  const mine = conflict.mine;
  return typeof mine === 'object' && mine !== null && !Array.isArray(mine)
    ? (mine as { readonly [field: string]: Json })
    : {};
}

const settle = (conflict: Conflict): OpIntent => ({
  op: 'patch',
  entity: 'conflict',
  id: conflict.id,
  base: conflict.version,
  guard: true,
  changes: { state: { from: 'open', to: 'settled' } },
});
