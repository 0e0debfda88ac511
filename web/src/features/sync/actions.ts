/** The keys of other words for what was turned down, and the answers to questions that merging left (MG10). */
import type { Conflict } from '@holdfast/shared/entities/conflict';
import type { Json } from '@holdfast/shared/entities/fields';
import type { Mutation } from '@holdfast/shared/sync/op';
import type { WriteContext } from '../../db/context';
import { type OpIntent, refused } from '../../db/intent';
import { mutate, type WriteResult } from '../../db/mutate';

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

export interface Choice {
  readonly conflict: Conflict;
  /** The row as the person saw it: its version, and the fields in question. */
  readonly row: { readonly version: number; readonly values: { readonly [field: string]: Json } } | null;
}

/** What stands now stays; the other one remains in the history. */
export const keepWhatStands = (
  ctx: WriteContext,
  workspaceId: string,
  choice: Choice,
): Promise<WriteResult> =>
  mutate(ctx, { workspaceId, name: 'question.settle', ops: [settle(choice.conflict)] });

/** The person's own text takes the place of what they saw standing; what changed meanwhile is left alone (PU8). */
export function takeMine(ctx: WriteContext, workspaceId: string, choice: Choice): Promise<WriteResult> {
  const { conflict, row } = choice;
  if (row === null)
    return Promise.resolve(refused('not_found', null, 'This is no longer on this device. Copy it instead.'));
  const at = { entity: conflict.entity, id: conflict.rowId, base: row.version } as const;
  const ops: OpIntent[] = [];
  if (conflict.field === 'deletedAt') ops.push({ op: 'restore', ...at });
  const changes: { [field: string]: { from: Json; to: Json } } = {};
  for (const [field, to] of Object.entries(mineOf(conflict)))
    changes[field] = { from: row.values[field] ?? null, to };
  ops.push({ op: 'patch', ...at, guard: true, changes });
  return mutate(ctx, { workspaceId, name: 'question.settle', ops: [...ops, settle(conflict)] });
}

/** What the person had written, by field. Where an edit met a deletion it is the whole edit (MG9). */
export function mineOf(conflict: Conflict): { readonly [field: string]: Json } {
  if (conflict.field !== 'deletedAt') return { [conflict.field]: conflict.mine as Json };
  const mine = conflict.mine;
  return typeof mine === 'object' && mine !== null && !Array.isArray(mine)
    ? (mine as { readonly [field: string]: Json })
    : {};
}

const settle = (conflict: Conflict): OpIntent => ({
  op: 'patch',
  entity: 'conflict',
  id: conflict.id,
  base: conflict.version,
  guard: true,
  changes: { state: { from: 'open', to: 'settled' } },
});
