/**
 * Confirmed row and what is still on its way → what the screen shows. Pure. The same `applyOp` as on the server,
 * with `others` estimated from stamps; the server's row corrects the estimate (Merging).
 */
import type { Row } from '@holdfast/shared/entities/define-entity';
import { applyOp } from '@holdfast/shared/merge/apply-op';
import { concurrentByStamps } from '@holdfast/shared/merge/concurrent';
import type { ApplyResult } from '@holdfast/shared/merge/outcome';
import type { Mutation, Op } from '@holdfast/shared/sync/op';
import type { AckedEntry, OutboxEntry } from './local-store';

/** Whose device this is. */
export interface Self {
  readonly deviceId: string;
  readonly accountId: string;
}

/** One op on what the screen shows. The row keeps the version of its confirmed one: that is the next op's `base`. */
export function applyLocally(
  row: Row | null,
  op: Op,
  mutation: Pick<Mutation, 'id' | 'at'>,
  workspaceId: string,
  self: Self,
): ApplyResult {
  const others = row ? concurrentByStamps(row, op, self.deviceId) : [];
  const author = { ...self, workspaceId, time: mutation.at, mutationId: mutation.id };
  const result = applyOp(row, op, others, author);
  if (result.kind === 'rejected' || result.row === row) return result;
  return { ...result, row: { ...result.row, version: row?.version ?? 0 } };
}

/**
 * Of the row's entries those that are part of its view, in the order of their making: acknowledged ones mostly lie
 * before what waits, but a pull may tell the result of a later one first (PU3).
 */
export function partOfView(
  key: string,
  acked: readonly AckedEntry[],
  waiting: readonly OutboxEntry[],
): readonly Mutation[] {
  const inView = acked.filter((entry) => entry.passed === 0 && !entry.held?.includes(key));
  const toCome = waiting.filter((entry) => !entry.held?.includes(key));
  return [...inView, ...toCome].map((entry) => entry.mutation).sort((a, b) => a.at - b.at || a.seq - b.seq);
}

/**
 * @param pending mutations in the order in which they were made
 * @returns the view row; null where neither the server nor a pending creation has it
 */
export function rebase(
  confirmed: Row | null,
  pending: readonly Mutation[],
  address: { readonly workspaceId: string; readonly entity: string; readonly id: string },
  self: Self,
): Row | null {
  let row = confirmed;
  for (const mutation of pending) {
    for (const op of mutation.ops) {
      if (op.entity !== address.entity || op.id !== address.id) continue;
      const result = applyLocally(row, op, mutation, address.workspaceId, self);
      // What the server will refuse changes nothing here; its result brings the entry to *needs you*.
      if (result.kind !== 'rejected') row = result.row;
    }
  }
  return row;
}
