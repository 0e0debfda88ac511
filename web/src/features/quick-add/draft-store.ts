/** The unfinished line, kept in this account's database on this device: it survives closing and reloading. */
import type { ActionContext } from '../../db/context';
import { emptyDraft, type QuickAddDraft } from './new-task';

const keyOf = (workspaceId: string): string => `draft/quick-add/${workspaceId}`;

export async function readDraft(ctx: ActionContext): Promise<QuickAddDraft> {
  const kept = await ctx.store.transaction('read', (tx) => tx.meta(keyOf(ctx.workspaceId)));
  // Kept by an earlier version it may lack a field.
  return { ...emptyDraft, ...(kept as Partial<QuickAddDraft> | undefined) };
}

export function keepDraft(ctx: ActionContext, draft: QuickAddDraft): Promise<void> {
  const key = keyOf(ctx.workspaceId);
  return ctx.store.transaction('relaxed', (tx) =>
    draft.line === '' && draft.notes === '' ? tx.deleteMeta(key) : tx.putMeta(key, { ...draft }),
  );
}
