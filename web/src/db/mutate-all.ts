/** Several mutations of one tap in one strict transaction: all of them are stored, or none (CL1). */
import { newId } from '@holdfast/shared/sync/ids';
import { append } from './append';
import type { WriteContext } from './context';
import { type Intent, isRefused, opsOf } from './intent';
import { orNotStored, type WriteResult } from './write-result';

/** An intent that cannot be kept is refused by itself; the others go on. */
export async function mutateAll(
  ctx: WriteContext,
  intents: readonly Intent[],
): Promise<readonly WriteResult[]> {
  // Ids are made outside: a transaction that runs again makes the same mutations.
  const made = intents.map((intent) => ({ ...intent, id: newId(ctx), checked: opsOf(intent) }));
  let attempts = 0;
  return orNoneStored(async () => {
    const results = await ctx.store.transaction('strict', async (tx) => {
      attempts += 1;
      const done: WriteResult[] = [];
      for (const { checked, ...intent } of made) {
        if (isRefused(checked)) done.push(checked);
        else if (checked.length === 0) done.push({ kind: 'unchanged' });
        else done.push(await append(tx, ctx, { ...intent, ops: checked, again: attempts > 1 }));
      }
      return done;
    });
    for (const id of new Set(results.flatMap((one) => (one.kind === 'saved' ? one.workspaceId : []))))
      ctx.onWrite(id);
    return results;
  });
}

/** Several that read before they write: trouble of storage is the one result of them all, and nothing was stored. */
export async function orNoneStored(
  action: () => Promise<readonly WriteResult[]>,
): Promise<readonly WriteResult[]> {
  const results = await orNotStored(action);
  return 'kind' in results ? [results] : results;
}
