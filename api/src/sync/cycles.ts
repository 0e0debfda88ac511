import type { Json } from '@holdfast/shared/entities/fields';
import type { Op } from '@holdfast/shared/sync/op';
import { type Rejection, reject } from '@holdfast/shared/sync/rejection';
import { idsOf, type RowAt } from './references';

/** MG14: no task above itself, none that waits for itself. */
export function closesCycle(op: Op, rowAt: RowAt): Rejection | null {
  if (op.entity !== 'task') return null;
  for (const field of ['parentId', 'dependsOn'] as const) {
    const change = op.changes[field];
    if (!change) continue;
    const seen = new Set<string>();
    const open = [...idsOf(change.to)];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (id === op.id) return reject('invalid', `${field}: closes a cycle`);
      if (seen.has(id)) continue;
      seen.add(id);
      open.push(...idsOf(rowAt('task', id)?.[field] as Json | undefined));
    }
  }
  return null;
}
