/** What people do with projects. Each takes the project as they saw it (CL1). */
import type { Project } from '@holdfast/shared/entities/project';
import { positionBetween } from '@holdfast/shared/merge/position';
import { newId } from '@holdfast/shared/sync/ids';
import type { ActionContext } from '../../db/context';
import type { Creation } from '../../db/intent';
import { mutate } from '../../db/mutate';
import { rowActions, type SeenRow } from '../../db/row-actions';
import { orNotStored, type WriteResult } from '../../db/write-result';

const projects = rowActions('project');

export type SeenProject<F extends keyof Project = never> = SeenRow<Project, F>;

export interface ProjectDraft {
  readonly id?: string;
  readonly name: string;
  readonly color?: Project['color'];
}

export const addProject = (ctx: ActionContext, draft: ProjectDraft): Promise<WriteResult> =>
  orNotStored(async () => {
    const ops = [await projectCreation(ctx, draft)];
    return mutate(ctx, { workspaceId: ctx.workspaceId, name: 'project.add', ops });
  });

/** At the end of the list of projects. */
export async function projectCreation(ctx: ActionContext, draft: ProjectDraft): Promise<Creation> {
  const { id = newId(ctx), name, color = '1' } = draft;
  const last = await ctx.read.last('project', { index: 'list', from: [ctx.workspaceId, 0, 0] });
  const position = positionBetween(last?.position ?? null, null, ctx.randomBytes);
  return { op: 'create', entity: 'project', id, values: { name: name.trim(), color, position } };
}

export const renameProject = (
  ctx: ActionContext,
  seen: SeenProject<'name'>,
  name: string,
): Promise<WriteResult> =>
  projects.patch(ctx, 'rename', seen, { name: { from: seen.name, to: name.trim() } });

export const colorProject = (
  ctx: ActionContext,
  seen: SeenProject<'color'>,
  color: Project['color'],
): Promise<WriteResult> => projects.patch(ctx, 'color', seen, { color: { from: seen.color, to: color } });

export const archiveProject = (ctx: ActionContext, seen: SeenProject<'archivedAt'>): Promise<WriteResult> =>
  projects.patch(ctx, 'archive', seen, { archivedAt: { from: seen.archivedAt, to: ctx.now() } });

export const unarchiveProject = (ctx: ActionContext, seen: SeenProject<'archivedAt'>): Promise<WriteResult> =>
  projects.patch(ctx, 'unarchive', seen, { archivedAt: { from: seen.archivedAt, to: null } });

/** Its tasks are shown as deleted with it and come back with it (MG9). */
export const deleteProject = projects.remove;
export const restoreProject = projects.restore;
