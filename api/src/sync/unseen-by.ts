import type { ConcurrentChange } from '@holdfast/shared/merge/outcome';
import type { Op } from '@holdfast/shared/sync/op';
import { type Facts, keyOf } from './facts';

/** What the op's author had not seen: above `base`, by another device, and not in the author's own chain. */
export function unseenBy(facts: Facts, op: Op, mutationId: string, deviceId: string): ConcurrentChange[] {
  const entries = facts.history.filter(
    (entry) =>
      entry.rowId === op.id &&
      entry.entity === op.entity &&
      entry.version > op.base &&
      entry.deviceId !== deviceId &&
      entry.field !== '_',
  );
  if (entries.length === 0) return [];
  const own = new Set<string>();
  for (
    let id = facts.after.get(keyOf(mutationId, op.id));
    id !== undefined && !own.has(id);
    id = facts.after.get(keyOf(id, op.id))
  )
    own.add(id);
  return entries
    .filter((entry) => !own.has(entry.mutationId))
    .map(({ field, from, to, time, deviceId: device, accountId }) => ({
      field,
      from,
      value: to,
      time,
      deviceId: device,
      accountId,
    }));
}
