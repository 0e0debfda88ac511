import { positionBetween } from '@holdfast/shared/merge/position';
import type { ActionContext } from '../../db/context';

/** The place behind the last one of a project's list; null is the Inbox. */
export async function endOf(ctx: ActionContext, projectId: string | null): Promise<string> {
  const last = await ctx.read.last('task', {
    index: 'place',
    from: [ctx.workspaceId, 0, projectId ?? '', 0],
  });
  return positionBetween(last?.position ?? null, null, ctx.randomBytes);
}
