/** Undo: the inverse of what an action did, as a guarded mutation: only what still stands as it was left (PU8). */
import type { WriteContext } from '../../db/context';
import { mutate, type Saved, type WriteResult } from '../../db/mutate';

/** Takes back what one action saved. `left` of the answer names fields that somebody has changed since. */
export function undo(ctx: WriteContext, saved: Saved): Promise<WriteResult> {
  const ops = saved.undo.toReversed();
  return mutate(ctx, { workspaceId: saved.workspaceId, name: 'change.undo', group: saved.group, ops });
}
