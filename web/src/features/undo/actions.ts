/** Undo and redo: the inverse of what was done, guarded, so that only what still stands as it was left changes (PU8). */
import type { WriteContext } from '../../db/context';
import { type TurnResult, turnDone, turnLast } from '../../db/done';

type Context = WriteContext & { readonly workspaceId: string };

/** Takes back things done here, by their ids; a minute or a day later, sent or not. */
export const undoDone = (ctx: WriteContext, ids: readonly string[]): Promise<TurnResult> =>
  turnDone(ctx, ids, 'undone');

/** Does them again. */
export const redoDone = (ctx: WriteContext, ids: readonly string[]): Promise<TurnResult> =>
  turnDone(ctx, ids, 'stands');

export const undoLast = (ctx: Context): Promise<TurnResult> => turnLast(ctx, ctx.workspaceId, 'undone');
export const redoLast = (ctx: Context): Promise<TurnResult> => turnLast(ctx, ctx.workspaceId, 'stands');
