/** Holds in a plan (PU9): what is put into them, and what its author takes back from them. */
import type { Row } from '@holdfast/shared/entities/define-entity';
import { HOLD_SAMPLE, sampleOf } from '@holdfast/shared/entities/hold';
import { type Author, PENDING_VERSION } from '@holdfast/shared/merge/outcome';
import { pendingStamp } from '@holdfast/shared/merge/pending-row';
import { holdId } from '@holdfast/shared/sync/ids';
import { WINDOW_MS } from './mass-change';
import type { HeldMutation } from './server-store';

export interface TakenRow {
  readonly entity: string;
  readonly id: string;
}

/**
 * The hold that keeps a mutation: the burst's open one with more in it, or a new one.
 * @param open the author's holds, as the batch has left them
 */
export function holdWith(author: Author, taken: readonly TakenRow[], open: readonly Row[]): Row {
  const { time } = author;
  const near = open.find(
    (row) => time <= Number(row.until) + WINDOW_MS && time >= Number(row.at) - WINDOW_MS,
  );
  if (near)
    return {
      ...near,
      version: PENDING_VERSION,
      updatedAt: Math.max(time, near.updatedAt),
      at: Math.min(time, Number(near.at)),
      until: Math.max(time, Number(near.until)),
      count: Number(near.count) + taken.length,
      sample: [...sampleOf(near.sample), ...taken.map(bare)].slice(0, HOLD_SAMPLE),
    };
  return {
    id: holdId(author.mutationId),
    workspaceId: author.workspaceId,
    version: PENDING_VERSION,
    stamps: { _: pendingStamp(author) },
    createdAt: time,
    createdBy: author.accountId,
    updatedAt: time,
    deletedAt: null,
    accountId: author.accountId,
    at: time,
    until: time,
    count: taken.length,
    sample: taken.slice(0, HOLD_SAMPLE).map(bare),
    state: 'held',
    decidedBy: null,
  };
}

/** The hold without a mutation that its author took back; with nothing left in it, it is dropped. */
export function holdWithout(hold: Row, author: Author, held: Pick<HeldMutation, 'mutation' | 'takes'>): Row {
  const ids = new Set(held.mutation.ops.map(({ id }) => id));
  const row: Row = {
    ...hold,
    version: PENDING_VERSION,
    updatedAt: Math.max(author.time, hold.updatedAt),
    count: Math.max(0, Number(hold.count) - held.takes),
    sample: sampleOf(hold.sample).filter(({ id }) => !ids.has(id)),
  };
  if (row.count !== 0) return row;
  const stamps = { ...row.stamps, state: pendingStamp(author), decidedBy: pendingStamp(author) };
  return { ...row, stamps, state: 'dropped', decidedBy: author.accountId };
}

const bare = ({ entity, id }: TakenRow) => ({ entity, id });
