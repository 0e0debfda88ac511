/** What people do with the tasks below a task: lists nest one level. */
import type { Task } from '@holdfast/shared/entities/task';
import { positionBetween } from '@holdfast/shared/merge/position';
import { newId } from '@holdfast/shared/sync/ids';
import type { ActionContext } from '../../db/context';
import type { OpIntent } from '../../db/intent';
import { rowActions } from '../../db/row-actions';
import { orNotStored, type WriteResult } from '../../db/write-result';
import { together } from '../tasks/actions';
import type { Seen } from '../tasks/list-actions';

const tasks = rowActions('task');

/** Behind the others below it, in its project and section. */
export const addSubtasks = (
  ctx: ActionContext,
  parent: Task,
  lines: readonly { readonly title: string; readonly done: boolean }[],
): Promise<WriteResult> =>
  orNotStored(async () => {
    const { after, next } = await placeBelow(ctx, parent);
    let before = after;
    const ops = lines.map(({ title, done }): OpIntent => {
      before = positionBetween(before, next, ctx.randomBytes);
      const values = {
        title: title.trim(),
        parentId: parent.id,
        projectId: parent.projectId,
        sectionId: parent.sectionId,
        status: done ? 'done' : 'todo',
        position: before,
      };
      return { op: 'create', entity: 'task', id: newId(ctx), values };
    });
    return together(ctx, 'task.add', ops);
  });

/** It stands on its own again, where it is. */
export const detachTask = (ctx: ActionContext, seen: Seen<'parentId'>): Promise<WriteResult> =>
  tasks.patch(ctx, 'set_parent', seen, { parentId: { from: seen.parentId, to: null } });

/** Where the next task below one goes: behind the last of them, before what follows in its list. */
export async function placeBelow(
  ctx: ActionContext,
  parent: Pick<Task, 'id' | 'projectId' | 'position'>,
): Promise<{ readonly after: string; readonly next: string | null }> {
  const children = await ctx.read.rows('task', { index: 'parent', from: [ctx.workspaceId, parent.id] });
  const after =
    [parent.position, ...children.map(({ position }) => position)].sort().at(-1) ?? parent.position;
  const list = [ctx.workspaceId, 0, parent.projectId ?? '', 0];
  const behind = await ctx.read.rows('task', {
    index: 'place',
    from: [...list, after],
    to: list,
    limit: 2,
  });
  return { after, next: behind.find(({ position }) => position > after)?.position ?? null };
}
