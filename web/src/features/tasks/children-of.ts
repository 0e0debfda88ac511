import type { Task } from '@holdfast/shared/entities/task';
import type { ActionContext } from '../../db/context';

/** The open and closed tasks below one: they move and go with it. */
export const childrenOf = (ctx: ActionContext, id: string): Promise<readonly Task[]> =>
  ctx.read.rows('task', { index: 'parent', from: [ctx.workspaceId, id] });
