/** What people do with the steps of a task's checklist. Each takes the step as they saw it (CL1). */
import type { Step } from '@holdfast/shared/entities/step';
import type { Task } from '@holdfast/shared/entities/task';
import { positionBetween } from '@holdfast/shared/merge/position';
import { newId } from '@holdfast/shared/sync/ids';
import { MAX_OPS } from '@holdfast/shared/sync/op';
import { type ActionContext, oneTap } from '../../db/context';
import type { Creation } from '../../db/intent';
import { mutate } from '../../db/mutate';
import { rowActions, type SeenRow } from '../../db/row-actions';
import { orNotStored, type WriteResult } from '../../db/write-result';

const steps = rowActions('step');

export type SeenStep<F extends keyof Step = never> = SeenRow<Step, F>;

/** Steps in their order, behind the one given or at the end. More than one mutation holds: several, in one group. */
export function addSteps(
  ctx: ActionContext,
  taskId: string,
  lines: readonly StepLine[],
  place: Between,
): readonly Promise<WriteResult>[] {
  const tap = lines.length > MAX_OPS ? oneTap(ctx) : ctx;
  let before = place.before;
  const ops = lines.map(({ title, done }): Creation => {
    before = positionBetween(before, place.after, ctx.randomBytes);
    return {
      op: 'create',
      entity: 'step',
      id: newId(ctx),
      values: { taskId, title: title.trim(), doneAt: done ? ctx.now() : null, position: before },
    };
  });
  const batches: Creation[][] = [];
  for (let at = 0; at < ops.length; at += MAX_OPS) batches.push(ops.slice(at, at + MAX_OPS));
  return batches.map((batch) => mutate(tap, { workspaceId: ctx.workspaceId, name: 'step.add', ops: batch }));
}

export interface StepLine {
  readonly title: string;
  readonly done: boolean;
}

/** Positions of the neighbours; null is the list's end on that side. */
export interface Between {
  readonly before: string | null;
  readonly after: string | null;
}

/** Unchecked again before the list was read: what was seen is the first press, and when that was. */
export const checkStep = (
  ctx: ActionContext,
  seen: SeenStep<'doneAt'>,
  done: boolean,
): Promise<WriteResult> =>
  steps.patch(ctx, done ? 'check' : 'uncheck', seen, {
    doneAt: done ? { from: seen.doneAt, to: ctx.now() } : { from: seen.doneAt ?? ctx.now(), to: null },
  });

export const renameStep = (
  ctx: ActionContext,
  seen: SeenStep<'title'>,
  title: string,
): Promise<WriteResult> =>
  steps.patch(ctx, 'rename', seen, { title: { from: seen.title, to: title.trim() } });

export const reorderStep = (
  ctx: ActionContext,
  seen: SeenStep<'position'>,
  between: Between,
): Promise<WriteResult> =>
  steps.patch(ctx, 'reorder', seen, {
    position: { from: seen.position, to: positionBetween(between.before, between.after, ctx.randomBytes) },
  });

export const deleteStep = steps.remove;

/** It becomes a task below its own, or beside it where that lies below another: lists nest one level. */
export const stepToTask = (ctx: ActionContext, seen: Step, task: Task): Promise<WriteResult> =>
  orNotStored(async () => {
    const parentId = task.parentId ?? task.id;
    const siblings = await ctx.read.rows('task', { index: 'parent', from: [ctx.workspaceId, parentId] });
    const last = siblings
      .map(({ position }) => position)
      .sort()
      .at(-1);
    const made: Creation = {
      op: 'create',
      entity: 'task',
      id: newId(ctx),
      values: {
        title: seen.title,
        projectId: task.projectId,
        sectionId: task.sectionId,
        parentId,
        status: seen.doneAt === null ? 'todo' : 'done',
        position: positionBetween(last ?? task.position, null, ctx.randomBytes),
      },
    };
    return mutate(ctx, {
      workspaceId: ctx.workspaceId,
      name: 'step.to_task',
      ops: [{ op: 'delete', entity: 'step', id: seen.id, base: seen.version }, made],
    });
  });
