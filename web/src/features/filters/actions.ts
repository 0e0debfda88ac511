/** What people do with saved filters. Each takes the filter as they saw it (CL1). */
import type { Filter } from '@holdfast/shared/entities/filter';
import { positionBetween } from '@holdfast/shared/merge/position';
import { newId } from '@holdfast/shared/sync/ids';
import type { ActionContext } from '../../db/context';
import { mutate } from '../../db/mutate';
import { rowActions, type SeenRow } from '../../db/row-actions';
import { orNotStored, type WriteResult } from '../../db/write-result';

const filters = rowActions('filter');

export type SeenFilter<F extends keyof Filter = never> = SeenRow<Filter, F>;

/** At the end of the list of filters. */
export const saveFilter = (
  ctx: ActionContext,
  draft: { readonly id?: string; readonly name: string; readonly query: string },
): Promise<WriteResult> =>
  orNotStored(async () => {
    const { id = newId(ctx), name, query } = draft;
    const last = await ctx.read.last('filter', { index: 'list', from: [ctx.workspaceId, 0] });
    const position = positionBetween(last?.position ?? null, null, ctx.randomBytes);
    return mutate(ctx, {
      workspaceId: ctx.workspaceId,
      name: 'filter.save',
      ops: [{ op: 'create', entity: 'filter', id, values: { name: name.trim(), query, position } }],
    });
  });

export const renameFilter = (
  ctx: ActionContext,
  seen: SeenFilter<'name'>,
  name: string,
): Promise<WriteResult> => filters.patch(ctx, 'rename', seen, { name: { from: seen.name, to: name.trim() } });

export const changeFilter = (
  ctx: ActionContext,
  seen: SeenFilter<'query'>,
  query: string,
): Promise<WriteResult> => filters.patch(ctx, 'change', seen, { query: { from: seen.query, to: query } });

export const deleteFilter = filters.remove;
