/** What people do with labels. Each takes the label as they saw it (CL1). */
import type { Label } from '@holdfast/shared/entities/label';
import { newId } from '@holdfast/shared/sync/ids';
import type { ActionContext } from '../../db/context';
import { mutate, type WriteResult } from '../../db/mutate';

export type SeenLabel<F extends keyof Label = never> = Pick<Label, 'id' | 'version' | F>;

export function addLabel(
  ctx: ActionContext,
  draft: { readonly id?: string; readonly name: string; readonly color?: Label['color'] },
): Promise<WriteResult> {
  const { id = newId(ctx), name, color = '1' } = draft;
  return mutate(ctx, {
    workspaceId: ctx.workspaceId,
    name: 'label.add',
    ops: [{ op: 'create', entity: 'label', id, values: { name: name.trim(), color } }],
  });
}

export const renameLabel = (
  ctx: ActionContext,
  seen: SeenLabel<'name'>,
  name: string,
): Promise<WriteResult> =>
  mutate(ctx, {
    workspaceId: ctx.workspaceId,
    name: 'label.rename',
    ops: [
      {
        op: 'patch',
        entity: 'label',
        id: seen.id,
        base: seen.version,
        changes: { name: { from: seen.name, to: name.trim() } },
      },
    ],
  });

export const colorLabel = (
  ctx: ActionContext,
  seen: SeenLabel<'color'>,
  color: Label['color'],
): Promise<WriteResult> =>
  mutate(ctx, {
    workspaceId: ctx.workspaceId,
    name: 'label.color',
    ops: [
      {
        op: 'patch',
        entity: 'label',
        id: seen.id,
        base: seen.version,
        changes: { color: { from: seen.color, to: color } },
      },
    ],
  });

export const deleteLabel = (ctx: ActionContext, seen: SeenLabel): Promise<WriteResult> =>
  mutate(ctx, {
    workspaceId: ctx.workspaceId,
    name: 'label.delete',
    ops: [{ op: 'delete', entity: 'label', id: seen.id, base: seen.version }],
  });

export const restoreLabel = (ctx: ActionContext, seen: SeenLabel): Promise<WriteResult> =>
  mutate(ctx, {
    workspaceId: ctx.workspaceId,
    name: 'label.restore',
    ops: [{ op: 'restore', entity: 'label', id: seen.id, base: seen.version }],
  });
