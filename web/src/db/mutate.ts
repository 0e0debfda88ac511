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
import { newId } from '@holdfast/shared/sync/ids';
import { append } from './append';
import type { WriteContext } from './context';
import { type Intent, isRefused, opsOf } from './intent';
import { orNotStored, type WriteResult } from './write-result';

/** Writes what a person wants. The result says whether it is on disk; only a bug throws. */
export async function mutate(ctx: WriteContext, intent: Intent): Promise<WriteResult> {
  const ops = opsOf(intent);
  if (isRefused(ops)) return ops;
  if (ops.length === 0) return { kind: 'unchanged' };
  const id = newId(ctx);
  const group = intent.group ?? ctx.group ?? null;
  let attempts = 0;
  const result = await orNotStored(() =>
    ctx.store.transaction('strict', async (tx) => {
      attempts += 1;
      return append(tx, ctx, { ...intent, group, id, ops, again: attempts > 1 });
    }),
  );
  if (result.kind === 'saved') ctx.onWrite(intent.workspaceId, result.leaving);
  return result;
}
