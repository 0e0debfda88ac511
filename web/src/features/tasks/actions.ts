/**
 * What people do with tasks. Each action takes the task as they saw it: `from` and `base` come from there, never
 * from what the row has become meanwhile (CL1). It answers when the change is on this device's disk.
 */

import type { Status, Task } from '@holdfast/shared/entities/task';
import { positionBetween } from '@holdfast/shared/merge/position';
import { newId } from '@holdfast/shared/sync/ids';
import { MAX_OPS } from '@holdfast/shared/sync/op';
import { type ActionContext, oneTap } from '../../db/context';
import type { OpIntent } from '../../db/intent';
import { mutate } from '../../db/mutate';
import { rowActions } from '../../db/row-actions';
import { orNotStored, type WriteResult } from '../../db/write-result';
import { labelCreation } from '../labels/label-creation';
import { childrenOf } from './children-of';
import { endOf } from './end-of-list';
import type { Seen } from './list-actions';
import { nextOf } from './next-of';

const tasks = rowActions('task');

export const renameTask = (ctx: ActionContext, seen: Seen<'title'>, title: string): Promise<WriteResult> =>
  tasks.patch(ctx, 'rename', seen, { title: { from: seen.title, to: title.trim() } });

export const describeTask = (
  ctx: ActionContext,
  seen: Seen<'description'>,
  description: string,
): Promise<WriteResult> =>
  tasks.patch(ctx, 'describe', seen, { description: { from: seen.description, to: description } });

/** A blocked task may say by what; any other status clears it. */
export const setStatus = (
  ctx: ActionContext,
  seen: Task,
  status: Status,
  blockedReason: string | null = null,
): Promise<WriteResult> =>
  orNotStored(async () =>
    tasks.patch(
      ctx,
      'set_status',
      seen,
      {
        status: { from: seen.status, to: status },
        blockedReason: { from: seen.blockedReason, to: status === 'blocked' ? blockedReason : null },
      },
      status === 'done' ? await nextOf(ctx, seen) : [],
    ),
  );

export const setPriority = (
  ctx: ActionContext,
  seen: Seen<'priority'>,
  priority: number,
): Promise<WriteResult> =>
  tasks.patch(ctx, 'set_priority', seen, { priority: { from: seen.priority, to: priority } });

/** To the end of the project's list, with the tasks below it; null is the Inbox. */
export const moveToProject = (
  ctx: ActionContext,
  seen: Seen<'projectId' | 'sectionId' | 'position'>,
  projectId: string | null,
): Promise<WriteResult> =>
  orNotStored(async () => {
    if (projectId === seen.projectId) return { kind: 'unchanged' };
    const [end, below] = await Promise.all([endOf(ctx, projectId), childrenOf(ctx, seen.id)]);
    let position = end;
    const moved = (task: Seen<'projectId' | 'sectionId' | 'position'>): OpIntent => {
      const change = {
        projectId: { from: task.projectId, to: projectId },
        sectionId: { from: task.sectionId, to: null },
        position: { from: task.position, to: position },
      };
      position = positionBetween(position, null, ctx.randomBytes);
      return { op: 'patch', entity: 'task', id: task.id, base: task.version, changes: change };
    };
    const own = moved(seen);
    return together(ctx, 'task.move', [...below.map(moved), own]);
  });

export const assignTask = (
  ctx: ActionContext,
  seen: Seen<'assigneeId'>,
  assigneeId: string | null,
): Promise<WriteResult> =>
  tasks.patch(ctx, 'assign', seen, { assigneeId: { from: seen.assigneeId, to: assigneeId } });

/** All of the task's labels. `newLabels` are made together with it. */
export async function setLabels(
  ctx: ActionContext,
  seen: Seen<'labels'>,
  labels: readonly string[],
  newLabels: readonly string[] = [],
): Promise<WriteResult> {
  const made = newLabels.map((name) => labelCreation(newId(ctx), name));
  const to = [...new Set([...labels, ...made.map((label) => label.id)])].sort();
  const from = [...seen.labels].sort();
  const change: OpIntent = {
    op: 'patch',
    entity: 'task',
    id: seen.id,
    base: seen.version,
    changes: { labels: { from, to } },
  };
  return mutate(ctx, { workspaceId: ctx.workspaceId, name: 'task.label', ops: [...made, change] });
}

/** With the tasks below it: undo brings all of them back. */
export const deleteTask = (ctx: ActionContext, seen: Seen): Promise<WriteResult> =>
  orNotStored(async () => {
    const all = [...(await childrenOf(ctx, seen.id)), seen];
    return together(
      ctx,
      'task.delete',
      all.map(({ id, version }) => ({ op: 'delete', entity: 'task', id, base: version })),
    );
  });
export const restoreTask = tasks.restore;

/** One mutation; more than it holds go as several, of one tap. It answers as the last, which has the task itself. */
export async function together(
  ctx: ActionContext,
  name: string,
  ops: readonly OpIntent[],
): Promise<WriteResult> {
  const tap = ops.length > MAX_OPS ? oneTap(ctx) : ctx;
  let last: WriteResult = { kind: 'unchanged' };
  for (let at = 0; at < ops.length; at += MAX_OPS) {
    last = await mutate(tap, { workspaceId: ctx.workspaceId, name, ops: ops.slice(at, at + MAX_OPS) });
    if (last.kind !== 'saved') return last;
  }
  return last;
}
