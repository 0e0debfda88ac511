/**
 * What a cursor has not seen, page by page (spec PL1, PL4). A cursor below the floor, above the head, or of another
 * history starts from 0 again, said once.
 */
import type { SyncResponse } from '@holdfast/shared/sync/protocol';
import { type Cursor, formatCursor, judged, parseCursor, START, START_MARK } from './cursor';
import type { Head, ServerTransaction } from './server-store';

/** From where a device asks. */
export interface Start {
  readonly cursor: Cursor;
  /** The cursor's mark is not that version's: another history gave it. */
  readonly unknown: boolean;
}

/** The versions whose marks `startOf` needs. */
export function judgedIn(text: string | null): number[] {
  const cursor = text === null ? null : parseCursor(text);
  return cursor ? [judged(cursor).version] : [];
}

export function startOf(text: string | null, marks: ReadonlyMap<number, string>): Start {
  if (text === null) return { cursor: START, unknown: false };
  const cursor = parseCursor(text);
  if (!cursor) return { cursor: START, unknown: true };
  const { version, mark } = judged(cursor);
  if (version === 0) return { cursor, unknown: mark !== START_MARK || cursor.version > 0 };
  return { cursor, unknown: marks.get(version) !== mark };
}

export type Page = Pick<SyncResponse, 'changes' | 'cursor' | 'version' | 'more' | 'reset'>;

/**
 * @param head as it was read in this transaction: what came after it is left to the next page
 * @param mark of the head, where it is known
 */
export async function pageAbove(
  tx: ServerTransaction,
  from: Start,
  head: Head,
  limit: number,
  mark?: string,
): Promise<Page> {
  const { start, reset } = within(from, head);
  const [found, marks] = await Promise.all([
    tx.changesAbove(start.version, limit, isOnePage(from, head, limit)),
    mark === undefined ? tx.marks([head.version]) : new Map([[head.version, mark]]),
  ]);
  const last = found.at(-1)?.row.version ?? start.version;
  const more = last < head.version && found.length === limit;
  const cursor = await cursorAt(tx, start, more ? last : head.version, head, marks.get(head.version), more);
  const changes = found.filter(({ row }) => row.version <= head.version);
  return { changes, cursor, version: head.version, more, reset };
}

/** Whether one page is enough, whatever it holds: no version belongs to two rows. Then it is asked in one breath. */
export const isOnePage = (from: Start, head: Head, limit: number): boolean =>
  head.version - within(from, head).start.version <= limit;

function within({ cursor, unknown }: Start, head: Head): { start: Cursor; reset: boolean } {
  const { version } = judged(cursor);
  // A walk from 0 may pass versions below the floor: it has seen every row from its start on.
  const lost =
    unknown ||
    version > head.version ||
    cursor.version > head.version ||
    (version > 0 && version < head.floor);
  return lost ? { start: START, reset: true } : { start: cursor, reset: false };
}

async function cursorAt(
  tx: ServerTransaction,
  start: Cursor,
  version: number,
  head: Head,
  headMark = START_MARK,
  more = false,
): Promise<string> {
  const mark = version === head.version ? headMark : ((await tx.marks([version])).get(version) ?? START_MARK);
  const walking = start.version === 0 || start.walk !== null;
  const walk = walking && more ? (start.walk ?? { version: head.version, mark: headMark }) : null;
  return formatCursor({ version, mark, walk });
}
