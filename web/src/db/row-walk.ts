/**
 * Rows in the order of their keys, a stretch at a time, each in a transaction of its own: a write on the same store
 * never waits for more than one stretch.
 */
import type { EntityName } from '@holdfast/shared/entities/index';
import { type HoldfastDatabase, tablesOf } from './db';
import { idOfPk, pkOf, rangeOf } from './keys';
import { onLiveConnection } from './live-connection';
import type { RowNamed } from './reader';
import { fromStored } from './schema';

/** Keys of a row store, both ends included. */
export interface KeyRange {
  readonly from: string;
  readonly to: string;
}

/** Every key of a workspace's rows. */
export function keysOfWorkspace(workspaceId: string): KeyRange {
  const [from, to] = rangeOf([workspaceId]);
  return { from, to };
}

/** The part of `range` that belongs to the workspace; null where there is none. */
export function withinWorkspace(range: KeyRange, workspaceId: string): KeyRange | null {
  const all = keysOfWorkspace(workspaceId);
  if (range.to < all.from || range.from > all.to) return null;
  const isHere = (key: string): boolean => key >= all.from && key <= all.to;
  return { from: isHere(range.from) ? range.from : all.from, to: isHere(range.to) ? range.to : all.to };
}

/** The id in a range that is one row's key, or null where it may hold many. */
export const onlyIdOf = (range: KeyRange): string | null =>
  range.from === range.to ? idOfPk(range.from) : null;

/** Whether the row's key lies in the range. */
export function liesIn(range: KeyRange, workspaceId: string, id: string): boolean {
  const key = pkOf(workspaceId, id);
  return key >= range.from && key <= range.to;
}

export async function* walkRows<N extends EntityName>(
  db: HoldfastDatabase,
  entity: N,
  range: KeyRange,
  size: number,
): AsyncGenerator<readonly RowNamed<N>[]> {
  const table = tablesOf(db.relaxed).rows(entity);
  const read = (from: string, first: boolean) =>
    onLiveConnection(db, () => table.where(':id').between(from, range.to, first, true).limit(size).toArray());
  for (let reading = read(range.from, true); ; ) {
    const stored = await reading;
    const last = stored.at(-1);
    if (!last) return;
    const more = stored.length === size;
    if (more) {
      // The database reads the next stretch while whoever asked works on this one.
      reading = read(last.keys.pk, false);
      // Its failure is heard where it is awaited; whoever stops before has no use for it.
      reading.catch(() => undefined);
    }
    yield stored.map((row) => fromStored(row) as unknown as RowNamed<N>);
    if (!more) return;
  }
}
