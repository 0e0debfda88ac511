/** What people do with labels. Each takes the label as they saw it (CL1). */
import type { Label } from '@holdfast/shared/entities/label';
import { newId } from '@holdfast/shared/sync/ids';
import type { ActionContext } from '../../db/context';
import { mutate, type WriteResult } from '../../db/mutate';
import { rowActions, type SeenRow } from '../../db/row-actions';

const labels = rowActions('label');

export type SeenLabel<F extends keyof Label = never> = SeenRow<Label, F>;

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
): Promise<WriteResult> => labels.patch(ctx, 'rename', seen, { name: { from: seen.name, to: name.trim() } });

export const deleteLabel = labels.remove;
