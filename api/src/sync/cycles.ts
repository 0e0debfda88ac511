/**
 * MG14: no task above itself, none that waits for itself, however long the way round. Of two pushes that each close half
 * of a cycle at once, one waits for the other: each has locked the whole way that it followed (PU4).
 */
import type { Json } from '@holdfast/shared/entities/fields';
import type { Op } from '@holdfast/shared/sync/op';
import { type Rejection, reject } from '@holdfast/shared/sync/rejection';
import { idsOf, type RowAt } from './references';
import type { TaskLinks } from './server-store';

const LINKS = ['parentId', 'dependsOn'] as const;

/** The tasks that an op would put above or before its own. */
export const linkedBy = (op: Op): readonly string[] =>
  op.entity === 'task' ? LINKS.flatMap((field) => idsOf(op.changes[field]?.to)) : [];

/** @param links of tasks that no op of the batch touches */
export function closesCycle(op: Op, rowAt: RowAt, links: ReadonlyMap<string, TaskLinks>): Rejection | null {
  if (op.entity !== 'task') return null;
  for (const field of LINKS) {
    const change = op.changes[field];
    if (!change) continue;
    const seen = new Set<string>();
    const open = [...idsOf(change.to)];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (id === op.id) return reject('invalid', `${field}: closes a cycle`);
      if (seen.has(id)) continue;
      seen.add(id);
      const row = rowAt('task', id);
      open.push(...idsOf(row ? (row[field] as Json | undefined) : links.get(id)?.[field]));
    }
  }
  return null;
}
