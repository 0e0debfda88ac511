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
import { isRefused, type OpIntent } from '../../db/intent';
import { mutateAll } from '../../db/mutate-all';
import type { WriteResult } from '../../db/write-result';
import { labelCreation } from '../labels/label-creation';
import { childrenOf } from '../tasks/children-of';
import { endOf } from '../tasks/end-of-list';
import { nextOf } from '../tasks/next-of';
import { type ManyChange, nameOf, opOn } from './many-changes';

/**
 * @param tasks as their author sees them, in the order on the screen (CL1)
 * @param around what was read beside them
 */
export async function changeMany(
  ctx: ActionContext,
  tasks: readonly Task[],
  change: ManyChange,
  around: Around,
): Promise<readonly WriteResult[]> {
  const { position } = around;
  const made = change.do === 'label' && change.newName ? [labelCreation(change.id, change.newName)] : [];
  const each: (readonly OpIntent[])[] = [];
  for (const task of withThoseBelow(tasks, around)) {
    const op = opOn(change, task, position);
    // The op that a change is about comes last.
    if (!op) continue;
    const next = change.do === 'complete' ? await nextOf(ctx, task) : [];
    if (isRefused(next)) return [next];
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

/** What a change has to know beside the tasks themselves. */
export interface Around {
  /** The end of the list that they go to, each time further behind. */
  readonly position: () => string;
  /** The tasks below each of them, where those go with it. */
  readonly below: ReadonlyMap<string, readonly Task[]>;
}

/** All in one look: each that waits for another costs a tap a few milliseconds. */
export async function lookAround(
  ctx: ActionContext,
  ids: readonly string[],
  change: ManyChange,
): Promise<Around> {
  const takesBelow = change.do === 'move' || change.do === 'delete';
  const [position, below] = await Promise.all([
    change.do === 'move' ? positionsFrom(ctx, change.projectId) : () => '',
    Promise.all(takesBelow ? ids.map(async (id) => [id, await childrenOf(ctx, id)] as const) : []),
  ]);
  return { position, below: new Map(below) };
}

/** What stands below a task moves and goes with it, as when it is the only one. The task itself comes last. */
function withThoseBelow(tasks: readonly Task[], { below }: Around): readonly Task[] {
  const selected = new Set(tasks.map(({ id }) => id));
  return tasks.flatMap((task) => [...(below.get(task.id) ?? []).filter(({ id }) => !selected.has(id)), task]);
}

async function positionsFrom(ctx: ActionContext, projectId: string | null): Promise<() => string> {
  let next = await endOf(ctx, projectId);
  return () => {
    const position = next;
    next = positionBetween(position, null, ctx.randomBytes);
    return position;
  };
}
