/** Who had not seen what: judged from the ops that came, without the merge, with devices told apart by what they are. */
import type { Mutation, Op } from '@holdfast/shared/sync/op';
import type { HistoryEntry } from '../../../api/src/sync/server-store';
import type { Deed } from '../world/journal';
import { type Books, gave } from './books';
import type { Evidence } from './evidence';

export interface Author {
  readonly op: Op;
  readonly mutation: Mutation;
  readonly deed: Deed;
  /** The id under which the device sent it. */
  readonly deviceId: string;
  readonly books: Books;
  /** Changes of the same commit before this one. */
  readonly fresh: readonly HistoryEntry[];
  /** Of a mutation that was held: what came above this version it had not seen, its own author's neither (PU9). */
  readonly heldSince?: number;
}

/** Changes of the row above the op's base, by another device, not in its author's own chain. */
export function unseenBy(
  { ledger, journal }: Pick<Evidence, 'ledger' | 'journal'>,
  { op, mutation, deed, deviceId, books, fresh, heldSince = Number.POSITIVE_INFINITY }: Author,
): HistoryEntry[] {
  const base = gave(books, mutation.seen) ? op.base : 0;
  const chain = new Set<string>();
  for (
    let id: string | null | undefined = op.after;
    id && !chain.has(id);
    id = ledger.said(id)?.ops.find((one) => one.id === op.id)?.after
  )
    chain.add(id);
  const key = `${op.entity}/${op.id}`;
  return [...(books.changes.get(key) ?? []), ...fresh.filter((entry) => entry.rowId === op.id)].filter(
    (entry) =>
      entry.entity === op.entity &&
      entry.field !== '_' &&
      entry.mutationId !== mutation.id &&
      !chain.has(entry.mutationId) &&
      (entry.version > heldSince ||
        (entry.version > base && !isOwn(entry, journal.deeds.get(entry.mutationId), { deed, deviceId }))),
  );
}

/**
 * Of the same device, which has not forgotten it with the power, nor taken it back while the copy of its profile sent
 * it. Under an id that it goes on with it is its own all the same: where the server knows all that it sends, nobody
 * notices (PU3).
 */
const isOwn = (
  entry: HistoryEntry,
  earlier: Deed | undefined,
  { deed, deviceId }: Pick<Author, 'deed' | 'deviceId'>,
): boolean =>
  earlier?.device === deed.device &&
  (entry.deviceId === deviceId || !(earlier.lost || (deed.device.wasCopied && earlier.dismissed)));
