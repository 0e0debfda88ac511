/** Putting back what stood before a change: an ordinary edit of what is on screen now. Pure but for the write. */

import type { Json } from '@holdfast/shared/entities/fields';
import { entityByName } from '@holdfast/shared/entities/index';
import type { Task } from '@holdfast/shared/entities/task';
import { sameJson } from '@holdfast/shared/merge/json';
import { valueAt } from '@holdfast/shared/merge/row-values';
import type { Changes } from '@holdfast/shared/sync/op';
import type { ActionContext } from '../../db/context';
import { mutate } from '../../db/mutate';
import type { WriteResult } from '../../db/write-result';
import type { HistoryLine } from './history-lines';

/** What the line's change took the place of, where that is not what stands anyway. */
export function valuesBefore(
  task: Task,
  line: Pick<HistoryLine, 'changes'>,
  isThere: (entity: string, id: string) => boolean,
): Changes {
  const changes: { [field: string]: { from: Json; to: Json } } = {};
  for (const { field, from } of line.changes) {
    const now = valueAt(task, field);
    const target = entityByName('task')?.fields[field]?.references;
    // Nothing is moved into a project that is gone.
    if (target && typeof from === 'string' && !isThere(target, from)) return {};
    const to = target && Array.isArray(from) ? from.filter((id) => isThere(target, String(id))) : from;
    if (!sameJson(now, to)) changes[field] = { from: now, to };
  }
  // A place in a list is put back with what it went along with, never alone.
  return Object.keys(changes).every((field) => field === 'position') ? {} : changes;
}

export const restoreValues = (ctx: ActionContext, task: Task, changes: Changes): Promise<WriteResult> =>
  mutate(ctx, {
    workspaceId: ctx.workspaceId,
    name: 'task.put_back',
    ops: [{ op: 'patch', entity: 'task', id: task.id, base: task.version, changes }],
  });
