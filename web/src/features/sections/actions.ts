/** What people do with the sections of a project. Each takes the row as they saw it (CL1). */
import type { Section } from '@holdfast/shared/entities/section';
import type { Task } from '@holdfast/shared/entities/task';
import { positionBetween } from '@holdfast/shared/merge/position';
import { newId } from '@holdfast/shared/sync/ids';
import type { ActionContext } from '../../db/context';
import { mutate } from '../../db/mutate';
import { rowActions, type SeenRow } from '../../db/row-actions';
import { orNotStored, type WriteResult } from '../../db/write-result';
import { endOf } from '../tasks/end-of-list';

const sections = rowActions('section');
const tasks = rowActions('task');

export type SeenSection<F extends keyof Section = never> = SeenRow<Section, F>;

/** Below the project's other sections. */
export const addSection = (
  ctx: ActionContext,
  draft: { readonly id?: string; readonly projectId: string; readonly name: string },
): Promise<WriteResult> =>
  orNotStored(async () => {
    const { id = newId(ctx), projectId, name } = draft;
    const last = await ctx.read.last('section', { index: 'project', from: [ctx.workspaceId, projectId, 0] });
    const position = positionBetween(last?.position ?? null, null, ctx.randomBytes);
    return mutate(ctx, {
      workspaceId: ctx.workspaceId,
      name: 'section.add',
      ops: [{ op: 'create', entity: 'section', id, values: { projectId, name: name.trim(), position } }],
    });
  });

export const renameSection = (
  ctx: ActionContext,
  seen: SeenSection<'name'>,
  name: string,
): Promise<WriteResult> =>
  sections.patch(ctx, 'rename', seen, { name: { from: seen.name, to: name.trim() } });

/** Between two others of its project; null is the end on that side. */
export const reorderSection = (
  ctx: ActionContext,
  seen: SeenSection<'position'>,
  between: { readonly before: string | null; readonly after: string | null },
): Promise<WriteResult> =>
  sections.patch(ctx, 'reorder', seen, {
    position: { from: seen.position, to: positionBetween(between.before, between.after, ctx.randomBytes) },
  });

/** Its tasks stay in the project: what names a section that is gone stands above the sections, and returns with it. */
export const deleteSection = sections.remove;

/** To the end of the section, or to a place in it; null is the project above its sections. */
export const moveToSection = (
  ctx: ActionContext,
  seen: SeenRow<Task, 'projectId' | 'sectionId' | 'position'>,
  sectionId: string | null,
  between?: { readonly before: string | null; readonly after: string | null },
): Promise<WriteResult> =>
  orNotStored(async () => {
    if (sectionId === seen.sectionId && !between) return { kind: 'unchanged' };
    const to = between
      ? positionBetween(between.before, between.after, ctx.randomBytes)
      : await endOf(ctx, seen.projectId);
    return tasks.patch(ctx, 'move', seen, {
      sectionId: { from: seen.sectionId, to: sectionId },
      position: { from: seen.position, to },
    });
  });
