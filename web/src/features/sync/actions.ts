/** Other words for what was turned down. */
import type { Mutation } from '@holdfast/shared/sync/op';
import type { OpIntent } from '../../db/intent';

/** Other words for a text that was turned down: by row and field. */
export type Edited = { readonly [rowAndField: string]: string };
export const editedKey = (rowId: string, field: string): string => `${rowId} ${field}`;

/** The ops of a refused mutation with other words in the place of some of its texts. Pure. */
export const withEdits = (mutation: Mutation, edited: Edited): readonly OpIntent[] =>
  mutation.ops.map((op): OpIntent => {
    const to = (field: string) => edited[editedKey(op.id, field)];
    const { entity, id, base, guard } = op;
    if (op.op === 'create') {
      const values = Object.entries(op.changes).map(([field, change]) => [field, to(field) ?? change.to]);
      return { op: 'create', entity, id, values: Object.fromEntries(values) };
    }
    if (op.op !== 'patch') return { op: op.op, entity, id, base, guard };
    const changes = Object.entries(op.changes).map(([field, change]) => [
      field,
      { ...change, to: to(field) ?? change.to },
    ]);
    return { op: 'patch', entity, id, base, guard, changes: Object.fromEntries(changes) };
  });
