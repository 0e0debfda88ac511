/** What the server holds of one workspace, as an observer at its storage port has noted it. */
import type { Row } from '@holdfast/shared/entities/define-entity';
import type { HeldMutation, HistoryEntry, StoredMutation } from '../../../api/src/sync/server-store';

export interface Books {
  head: number;
  mark: string;
  floor: number;
  /** The mark of each version from the floor on. */
  readonly marks: Map<number, string>;
  /** `entity/id` → the row. */
  readonly rows: Map<string, Row>;
  readonly stored: Map<string, StoredMutation>;
  /** Mutation → the commit in which its effect stands. */
  readonly effects: Map<string, number>;
  /** `entity/id` → its changes in order. */
  readonly changes: Map<string, HistoryEntry[]>;
  /** What the mass-change guard keeps or kept, but for what was taken back. */
  readonly held: Map<string, HeldMutation>;
}

export const emptyBooks = (): Books => ({
  head: 0,
  mark: '0',
  floor: 0,
  marks: new Map(),
  rows: new Map(),
  stored: new Map(),
  effects: new Map(),
  changes: new Map(),
  held: new Map(),
});

/** Whether the books' history gave the cursor: in one that it never gave, every base counts as 0. */
export function gave({ marks }: Books, cursor: string | null): boolean {
  if (cursor === null) return true;
  const [version = '', mark] = cursor.split('.');
  const known = marks.get(Number(version));
  return known === undefined ? Number(version) < 1 : known === mark;
}

export const copyOf = (own: Books): Books => ({
  ...own,
  marks: new Map(own.marks),
  rows: new Map(own.rows),
  stored: new Map(own.stored),
  effects: new Map(own.effects),
  changes: new Map([...own.changes].map(([key, list]) => [key, [...list]])),
  held: new Map(own.held),
});
