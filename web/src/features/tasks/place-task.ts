/** Where a task was let go: between two others, and what that place means (a status, a section, a day). */
import type { Status, Task } from '@holdfast/shared/entities/task';
import { positionBetween } from '@holdfast/shared/merge/position';
import type { Changes } from '@holdfast/shared/sync/op';
import type { ActionContext } from '../../db/context';
import { rowActions } from '../../db/row-actions';
import { orNotStored, type WriteResult } from '../../db/write-result';
import { nextOf } from './next-of';

const tasks = rowActions('task');

export interface TaskPlace {
  /** The positions around it as the dropper saw them (MG11); null where the list orders itself. */
  readonly between: { readonly before: string | null; readonly after: string | null } | null;
  readonly status?: Status;
  readonly sectionId?: string | null;
  readonly dueOn?: string;
}

/** One mutation, whatever the place changes. */
export const placeTask = (ctx: ActionContext, seen: Task, place: TaskPlace): Promise<WriteResult> =>
  orNotStored(async () => {
    const { between, status, sectionId, dueOn } = place;
    const changes: { [field: string]: Changes[string] } = {};
    if (between) {
      const to = positionBetween(between.before, between.after, ctx.randomBytes);
      changes['position'] = { from: seen.position, to };
    }
    if (status !== undefined && status !== seen.status) {
      changes['status'] = { from: seen.status, to: status };
      // Only what is blocked waits for something.
      if (seen.blockedReason !== null) changes['blockedReason'] = { from: seen.blockedReason, to: null };
    }
    if (sectionId !== undefined && sectionId !== seen.sectionId)
      changes['sectionId'] = { from: seen.sectionId, to: sectionId };
    if (dueOn !== undefined && dueOn !== seen.dueOn) changes['dueOn'] = { from: seen.dueOn, to: dueOn };
    const completes = status === 'done' && seen.status !== 'done';
    return tasks.patch(ctx, 'place', seen, changes, completes ? await nextOf(ctx, seen) : []);
  });
