/** What people do with projects. Each takes the project as they saw it (CL1). */
import type { Project } from '@holdfast/shared/entities/project';
import { positionBetween } from '@holdfast/shared/merge/position';
import { newId } from '@holdfast/shared/sync/ids';
import type { Changes } from '@holdfast/shared/sync/op';
import type { ActionContext } from '../../db/context';
import { mutate, type WriteResult } from '../../db/mutate';

export type SeenProject<F extends keyof Project = never> = Pick<Project, 'id' | 'version' | F>;

export interface ProjectDraft {
  readonly id?: string;
  readonly name: string;
  readonly color?: Project['color'];
}

/** At the end of the list of projects. */
export async function addProject(ctx: ActionContext, draft: ProjectDraft): Promise<WriteResult> {
  const { id = newId(ctx), name, color = '1' } = draft;
  const last = await ctx.read.last('project', { index: 'list', from: [ctx.workspaceId, 0, 0] });
  const position = positionBetween(last?.position ?? null, null, ctx.randomBytes);
  return mutate(ctx, {
    workspaceId: ctx.workspaceId,
    name: 'project.add',
    ops: [{ op: 'create', entity: 'project', id, values: { name: name.trim(), color, position } }],
  });
}

export const renameProject = (
  ctx: ActionContext,
  seen: SeenProject<'name'>,
  name: string,
): Promise<WriteResult> => patch(ctx, 'project.rename', seen, { name: { from: seen.name, to: name.trim() } });

export const colorProject = (
  ctx: ActionContext,
  seen: SeenProject<'color'>,
  color: Project['color'],
): Promise<WriteResult> => patch(ctx, 'project.color', seen, { color: { from: seen.color, to: color } });

export const archiveProject = (ctx: ActionContext, seen: SeenProject<'archivedAt'>): Promise<WriteResult> =>
  patch(ctx, 'project.archive', seen, { archivedAt: { from: seen.archivedAt, to: ctx.now() } });

export const unarchiveProject = (ctx: ActionContext, seen: SeenProject<'archivedAt'>): Promise<WriteResult> =>
  patch(ctx, 'project.unarchive', seen, { archivedAt: { from: seen.archivedAt, to: null } });

export const reorderProject = (
  ctx: ActionContext,
  seen: SeenProject<'position'>,
  between: { readonly before: string | null; readonly after: string | null },
): Promise<WriteResult> =>
  patch(ctx, 'project.reorder', seen, {
    position: { from: seen.position, to: positionBetween(between.before, between.after, ctx.randomBytes) },
  });

/** Its tasks are shown as deleted with it and come back with it (MG9). */
export const deleteProject = (ctx: ActionContext, seen: SeenProject): Promise<WriteResult> =>
  mutate(ctx, {
    workspaceId: ctx.workspaceId,
    name: 'project.delete',
    ops: [{ op: 'delete', entity: 'project', id: seen.id, base: seen.version }],
  });

export const restoreProject = (ctx: ActionContext, seen: SeenProject): Promise<WriteResult> =>
  mutate(ctx, {
    workspaceId: ctx.workspaceId,
    name: 'project.restore',
    ops: [{ op: 'restore', entity: 'project', id: seen.id, base: seen.version }],
  });

const patch = (ctx: ActionContext, name: string, seen: SeenProject, changes: Changes): Promise<WriteResult> =>
  mutate(ctx, {
    workspaceId: ctx.workspaceId,
    name,
    ops: [{ op: 'patch', entity: 'project', id: seen.id, base: seen.version, changes }],
  });
