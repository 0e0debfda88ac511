/**
 * What a decision (MG10) wanted and did not get, because somebody had changed it meanwhile (PU8). The question is
 * settled all the same, so its author's words are kept where they see them.
 */
import { sameJson } from '@holdfast/shared/merge/json';
import { valueAt } from '@holdfast/shared/merge/row-values';
import type { Mutation } from '@holdfast/shared/sync/op';
import type { MutationResult } from '@holdfast/shared/sync/protocol';
import type { LocalTransaction } from '../db/local-store';

/** Null where nothing of it was left. */
export function notTaken(
  mutation: Mutation,
  left: readonly string[],
): { readonly mutation: Mutation } | null {
  if (!mutation.ops.some((op) => op.entity === 'conflict')) return null;
  const ops = mutation.ops.flatMap((op) => {
    if (op.entity === 'conflict' || op.op !== 'patch') return [];
    const changes = Object.entries(op.changes).filter(([field]) => left.includes(field));
    return changes.length === 0 ? [] : [{ ...op, changes: Object.fromEntries(changes) }];
  });
  return ops.length === 0 ? null : { mutation: { ...mutation, ops } };
}

/** After the rows have come: where another device had decided the same, nobody needs to hear of it. */
export async function forgetGranted(tx: LocalTransaction, results: readonly MutationResult[]): Promise<void> {
  for (const { id, left = [] } of results) {
    if (left.length === 0) continue;
    const entry = await tx.rejectedById(id);
    if (entry?.code !== 'left') continue;
    const granted = await Promise.all(
      entry.mutation.ops.map(async (op) => {
        const row = await tx.row(op.entity, entry.workspaceId, op.id);
        return (
          row && Object.entries(op.changes).every(([field, { to }]) => sameJson(valueAt(row, field), to))
        );
      }),
    );
    if (granted.every(Boolean)) await tx.deleteRejected(id);
  }
}
