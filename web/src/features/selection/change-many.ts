/**
 * Something done with many tasks: mutations of one group (one undo), all in one strict transaction. As many tasks as
 * fit go into one mutation: a thousand are twenty, which the list of things done keeps whole and the server answers in
 * one push.
 */
import type { Task } from '@holdfast/shared/entities/task';
import { positionBetween } from '@holdfast/shared/merge/position';
import { newId } from '@holdfast/shared/sync/ids';
import { MAX_OPS } from '@holdfast/shared/sync/op';
import type { ActionContext } from '../../db/context';
import type { OpIntent } from '../../db/intent';
import { mutateAll } from '../../db/mutate-all';
import type { WriteResult } from '../../db/write-result';
import { labelCreation } from '../labels/label-creation';
import { childrenOf } from '../tasks/children-of';
import { endOf } from '../tasks/end-of-list';
import { nextOf } from '../tasks/next-of';
import { type ManyChange, nameOf, opOn } from './many-changes';

/** @param tasks as their author sees them, in the order on the screen (CL1) */
export async function changeMany(
  ctx: ActionContext,
  tasks: readonly Task[],
  change: ManyChange,
): Promise<readonly WriteResult[]> {
  const position = change.do === 'move' ? await positionsFrom(ctx, change.projectId) : () => '';
  const made = change.do === 'label' && change.newName ? [labelCreation(change.id, change.newName)] : [];
  const each: (readonly OpIntent[])[] = [];
  for (const task of await withThoseBelow(ctx, tasks, change)) {
    const op = opOn(change, task, position);
    // The op that a change is about comes last.
    if (!op) continue;
    const next = change.do === 'complete' ? await nextOf(ctx, task) : [];
    each.push([...made.splice(0), ...next, op]);
  }
  const group = newId(ctx);
  return mutateAll(
    ctx,
    inMutations(each).map((ops) => ({ workspaceId: ctx.workspaceId, name: nameOf[change.do], group, ops })),
  );
}

/** As few lists of at most `MAX_OPS` as hold them all, none torn apart. */
export function inMutations(each: readonly (readonly OpIntent[])[]): readonly (readonly OpIntent[])[] {
  const lists: OpIntent[][] = [];
  for (const ops of each) {
    const last = lists.at(-1);
    if (last && last.length + ops.length <= MAX_OPS) last.push(...ops);
    else lists.push([...ops]);
  }
  return lists;
}

/** What stands below a task moves and goes with it, as when it is the only one. The task itself comes last. */
async function withThoseBelow(
  ctx: ActionContext,
  tasks: readonly Task[],
  change: ManyChange,
): Promise<readonly Task[]> {
  if (change.do !== 'move' && change.do !== 'delete') return tasks;
  const selected = new Set(tasks.map(({ id }) => id));
  const below = await Promise.all(tasks.map(({ id }) => childrenOf(ctx, id)));
  return tasks.flatMap((task, i) => [...(below[i] ?? []).filter(({ id }) => !selected.has(id)), task]);
}

/** The end of a list, each time further behind. */
async function positionsFrom(ctx: ActionContext, projectId: string | null): Promise<() => string> {
  let next = await endOf(ctx, projectId);
  return () => {
    const position = next;
    next = positionBetween(position, null, ctx.randomBytes);
    return position;
  };
}
