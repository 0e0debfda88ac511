/**
 * A pull (spec PL1–PL6): the rows above a cursor, in order of version, read in one snapshot together with the device's
 * ack and results, so that a page never shows half a push.
 */
import type { SyncResponse } from '@holdfast/shared/sync/protocol';
import { type Cursor, formatCursor, judged, parseCursor, START, START_MARK } from './cursor';
import type { Head, NoMember, Scope, ServerStore, ServerTransaction } from './server-store';

export interface PullRequest {
  readonly accountId: string;
  readonly workspaceId: string;
  readonly deviceId: string;
  readonly cursor: string | null;
  /** The device's own last acknowledged seq: results after it are told again. */
  readonly ack: number;
  readonly limit: number;
  readonly session?: Scope['session'];
}

export type PullAnswer =
  | { readonly kind: 'page'; readonly page: SyncResponse }
  | { readonly kind: NoMember }
  | { readonly kind: 'other_device' };

const RESULTS = 200;

export const pull = (store: ServerStore, now: number, request: PullRequest): Promise<PullAnswer> =>
  store.transaction({ ...request, mode: 'snapshot' }, async (tx) => {
    // Sent together; the snapshot makes their order matter to nobody.
    const [membership, head, device, results, from] = await Promise.all([
      tx.membership(),
      tx.head(),
      tx.device(request.deviceId),
      tx.resultsAfter(request.deviceId, request.ack, RESULTS),
      startOf(tx, request.cursor),
    ]);
    if (membership.kind !== 'member') return membership;
    if (device && device.accountId !== request.accountId) return { kind: 'other_device' };
    const { start, reset } = within(from, head);
    const changes = await tx.changesAbove(start.version, request.limit);
    const last = changes.at(-1)?.row.version ?? start.version;
    const more = last < head.version && changes.length === request.limit;
    const cursor = await cursorAt(tx, start, more ? last : head.version, head, more);
    return {
      kind: 'page',
      page: { ack: device?.ack ?? 0, now, results, changes, cursor, version: head.version, more, reset },
    };
  });

interface Start {
  readonly cursor: Cursor;
  /** The cursor's mark is not that version's: another history gave it. */
  readonly unknown: boolean;
}

async function startOf(tx: ServerTransaction, text: string | null): Promise<Start> {
  if (text === null) return { cursor: START, unknown: false };
  const cursor = parseCursor(text);
  if (!cursor) return { cursor: START, unknown: true };
  const { version, mark } = judged(cursor);
  if (version === 0) return { cursor, unknown: mark !== START_MARK || cursor.version > 0 };
  return { cursor, unknown: (await tx.marks([version])).get(version) !== mark };
}

/** PL4: below the floor, above the head, or of another history: from 0 again. */
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
  more: boolean,
): Promise<string> {
  const marks = await tx.marks([version, head.version]);
  const markOf = (of: number) => (of === 0 ? START_MARK : (marks.get(of) ?? START_MARK));
  const walking = start.version === 0 || start.walk !== null;
  const walk = walking && more ? (start.walk ?? { version: head.version, mark: markOf(head.version) }) : null;
  return formatCursor({ version, mark: markOf(version), walk });
}
