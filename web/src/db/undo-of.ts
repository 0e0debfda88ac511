/** What takes a change of one row back: guarded, so that only what still stands as it was left is changed (PU8). */
import type { Row } from '@holdfast/shared/entities/define-entity';
import type { Json } from '@holdfast/shared/entities/fields';
import { entityByName } from '@holdfast/shared/entities/index';
import { sameJson } from '@holdfast/shared/merge/json';
import { valueAt } from '@holdfast/shared/merge/row-values';
import type { Change } from '@holdfast/shared/sync/op';
import type { OpIntent } from './intent';

export function undoOf(entity: string, before: Row | null, after: Row | null): OpIntent[] {
  if (!after || before === after) return [];
  // What was decided stays decided; the texts that it changed go back on their own (MG10, PU9).
  if (entity === 'conflict' || entity === 'hold') return [];
  const seen = { entity, id: after.id, base: after.version, guard: true } as const;
  if (!before) return [{ op: 'delete', ...seen }];
  if (before.deletedAt === null && after.deletedAt !== null) return [{ op: 'restore', ...seen }];
  if (before.deletedAt !== null && after.deletedAt === null) return [{ op: 'delete', ...seen }];
  const changes: { [field: string]: Change } = {};
  for (const field of fieldNames(entity, before, after)) {
    const [from, to] = [valueAt(after, field), valueAt(before, field)];
    if (!sameJson(from, to)) changes[field] = { from, to };
  }
  return Object.keys(changes).length === 0 ? [] : [{ op: 'patch', ...seen, changes }];
}

/** What can be sent: no derived and fixed fields; custom values one by one. */
function fieldNames(entity: string, before: Row, after: Row): string[] {
  const fields = Object.entries(entityByName(entity)?.fields ?? {});
  return fields.flatMap(([name, { merge }]) => {
    if (merge === 'derived' || merge === 'fixed') return [];
    if (merge !== 'keys') return [name];
    const keys = [before[name], after[name]].flatMap((value) =>
      Object.keys((value ?? {}) as { [key: string]: Json }),
    );
    return [...new Set(keys)].map((key) => `${name}.${key}`);
  });
}
