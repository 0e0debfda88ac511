/** The one tap of the diary: the value that did not stand takes the place of the one that does, guarded (PU8). */
import type { Json } from '@holdfast/shared/entities/fields';
import { valueAt } from '@holdfast/shared/merge/row-values';
import type { Changes } from '@holdfast/shared/sync/op';
import type { WriteContext } from '../../db/context';
import { type OpIntent, refused } from '../../db/intent';
import { mutate } from '../../db/mutate';
import type { WriteResult } from '../../db/write-result';
import { isEdit } from './diary';
import type { DiaryLine } from './diary-query';
import type { Standing } from './row-names';

export function takeOther(
  ctx: WriteContext,
  { conflict, workspaceId, row, other }: Pick<DiaryLine, 'conflict' | 'workspaceId' | 'row' | 'other'>,
): Promise<WriteResult> {
  if (row === null || other === null) return Promise.resolve(refused('changed_since'));
  const at = { entity: conflict.entity, id: conflict.rowId, base: row.version, guard: true } as const;
  return mutate(ctx, { workspaceId, name: 'merge.take_other', ops: opsOf() });

  function opsOf(): OpIntent[] {
    if (conflict.field !== 'deletedAt')
      return [
        {
          op: 'patch',
          ...at,
          changes: changesTo(row as Standing, { [conflict.field]: other?.value ?? null }),
        },
      ];
    if (other?.value !== null) return [{ op: 'delete', ...at }];
    const edit = isEdit(conflict.mine) ? changesTo(row as Standing, conflict.mine) : {};
    const back: OpIntent = { op: 'restore', ...at };
    return Object.keys(edit).length === 0 ? [back] : [back, { op: 'patch', ...at, changes: edit }];
  }
}

/** From what is on screen to these values. */
const changesTo = (row: Standing, values: { readonly [field: string]: Json }): Changes =>
  Object.fromEntries(
    Object.entries(values).map(([field, to]) => [field, { from: valueAt(row as never, field), to }]),
  );
