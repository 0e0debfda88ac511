/** The unfinished line, kept in this account's database on this device: it survives closing and reloading. */
import type { ActionContext } from '../../db/context';
import type { LocalTransaction } from '../../db/local-store';
import { emptyDraft, type QuickAddDraft } from './new-task';

const keyOf = (workspaceId: string): string => `draft/quick-add/${workspaceId}`;

export const readDraft = (ctx: ActionContext): Promise<QuickAddDraft> =>
  ctx.store.transaction('read', (tx) => draftIn(tx, ctx.workspaceId));

export const keepDraft = (ctx: ActionContext, draft: QuickAddDraft): Promise<void> =>
  ctx.store.transaction('relaxed', (tx) => putDraft(tx, ctx.workspaceId, draft));

/** What is kept depends on what was: read and written in one transaction, before any other page writes. */
export const changeDraft = (
  ctx: ActionContext,
  change: (kept: QuickAddDraft) => QuickAddDraft,
): Promise<void> =>
  ctx.store.transaction('relaxed', async (tx) =>
    putDraft(tx, ctx.workspaceId, change(await draftIn(tx, ctx.workspaceId))),
  );

async function draftIn(tx: LocalTransaction, workspaceId: string): Promise<QuickAddDraft> {
  const kept = await tx.meta(keyOf(workspaceId));
  // Kept by an earlier version it may lack a field.
  return { ...emptyDraft, ...(kept as Partial<QuickAddDraft> | undefined) };
}

function putDraft(tx: LocalTransaction, workspaceId: string, draft: QuickAddDraft): Promise<void> {
  const key = keyOf(workspaceId);
  return draft.line === '' && draft.notes === '' ? tx.deleteMeta(key) : tx.putMeta(key, { ...draft });
}
