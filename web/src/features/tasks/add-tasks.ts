/** New tasks: one, or several of one tap, which are one group and so one undo. */
import { MAX_OPS } from '@holdfast/shared/sync/op';
import { type ActionContext, oneTap } from '../../db/context';
import type { Creation } from '../../db/intent';
import { mutate } from '../../db/mutate';
import { orNotStored, type WriteResult } from '../../db/write-result';
import { type TaskDraft, taskCreations } from './task-creations';

/** At the end of its project's list. The task is the last of the answer's `rows`. */
export const addTask = (ctx: ActionContext, draft: TaskDraft): Promise<WriteResult> =>
  orNotStored(async () => {
    const ops = (await taskCreations(ctx, [draft])).flat();
    return mutate(ctx, { workspaceId: ctx.workspaceId, name: 'task.add', ops });
  });

export interface AddedTasks {
  /** Of each mutation, up to the first that was refused. */
  readonly results: readonly WriteResult[];
  /** So many of the drafts, from the first, are on this device. */
  readonly stored: number;
}

/**
 * At the ends of their lists, in this order. Where storage refuses, those before are kept, and the answer says how
 * many.
 */
export async function addTasks(ctx: ActionContext, drafts: readonly TaskDraft[]): Promise<AddedTasks> {
  const tap = oneTap(ctx);
  const results: WriteResult[] = [];
  let stored = 0;
  let parts: readonly (readonly Creation[])[][] = [];
  const planned = await orNotStored(async () => {
    parts = inMutations(await taskCreations(ctx, drafts));
    return { kind: 'unchanged' } as const;
  });
  if (planned.kind !== 'unchanged') return { results: [planned], stored };
  for (const part of parts) {
    const result = await mutate(tap, { workspaceId: ctx.workspaceId, name: 'task.add', ops: part.flat() });
    results.push(result);
    if (result.kind !== 'saved') break;
    stored += part.length;
  }
  return { results, stored };
}

/** A task stays together with what is made for it. */
function inMutations(creations: readonly (readonly Creation[])[]): (readonly Creation[])[][] {
  const parts: (readonly Creation[])[][] = [];
  let ops = MAX_OPS;
  for (const each of creations) {
    if (ops + each.length > MAX_OPS) {
      parts.push([]);
      ops = 0;
    }
    parts.at(-1)?.push(each);
    ops += each.length;
  }
  return parts;
}
