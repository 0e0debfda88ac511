import type { Row } from '@holdfast/shared/entities/define-entity';
import { concurrentByStamps } from '@holdfast/shared/merge/concurrent';
import type { Author, ConcurrentChange } from '@holdfast/shared/merge/outcome';
import type { Op } from '@holdfast/shared/sync/op';
import type { Facts } from './facts';
import { keyOf } from './keys';

/**
 * What the op's author had not seen: above `base`, by another device, and not in the author's own chain.
 * @param heldSince of a held op: everything above this version came after it, from the author's own hand too
 */
export function unseenBy(
  facts: Facts,
  row: Row | null,
  op: Op,
  { mutationId, deviceId: own }: Pick<Author, 'mutationId' | 'deviceId'>,
  heldSince: number | null,
): ConcurrentChange[] {
  const isLater = (version: number) => heldSince !== null && version > heldSince;
  const entries = facts.history.filter(
    (entry) =>
      entry.rowId === op.id &&
      entry.entity === op.entity &&
      entry.field !== '_' &&
      (isLater(entry.version) || (entry.version > op.base && entry.deviceId !== own)),
  );
  const older = row === null || op.base >= facts.historyFloor ? [] : beforeHistory(facts, row, op, own);
  if (entries.length === 0) return older;
  const chain = new Set<string>();
  for (
    let id = facts.after.get(keyOf(mutationId, op.id));
    id !== undefined && !chain.has(id);
    id = facts.after.get(keyOf(id, op.id))
  )
    chain.add(id);
  const seen = entries
    .filter((entry) => !chain.has(entry.mutationId))
    .map(({ field, from, to, time, deviceId, accountId }) => ({
      field,
      from,
      value: to,
      time,
      deviceId,
      accountId,
    }));
  return [...older, ...seen];
}

/** The base is older than the history: the last change of each field is told by its stamp. */
const beforeHistory = (facts: Facts, row: Row, op: Op, own: string): ConcurrentChange[] =>
  concurrentByStamps(row, op, own).filter(({ field }) => (row.stamps[field]?.[0] ?? 0) <= facts.historyFloor);
