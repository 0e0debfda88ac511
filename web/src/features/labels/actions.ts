/** What people do with labels. Each takes the label as they saw it (CL1). */
import type { Label } from '@holdfast/shared/entities/label';
import type { ActionContext } from '../../db/context';
import { rowActions, type SeenRow } from '../../db/row-actions';
import type { WriteResult } from '../../db/write-result';

const labels = rowActions('label');

export type SeenLabel<F extends keyof Label = never> = SeenRow<Label, F>;

export const renameLabel = (
  ctx: ActionContext,
  seen: SeenLabel<'name'>,
  name: string,
): Promise<WriteResult> => labels.patch(ctx, 'rename', seen, { name: { from: seen.name, to: name.trim() } });

export const deleteLabel = labels.remove;
