/** What the sync centre asks. Pass each to `useLive`. */
import type { Row } from '@holdfast/shared/entities/define-entity';
import type { Query } from '../../db/live';
import { type OutboxEntry, type RejectedEntry, rowAddress } from '../../db/local-store';
import type { Reader } from '../../db/reader';
import { type ChangeWords, changeWords } from './change-words';
import { groupRejected, type NeedsYouGroup } from './needs-you';

/** A change in words, with what it stands for. */
export interface ChangeLine {
  readonly mutationId: string;
  readonly at: number;
  readonly words: ChangeWords;
}

export interface Waiting {
  readonly count: number;
  /** The newest first, at most as many as asked for. */
  readonly lines: readonly ChangeLine[];
}

/** What is saved here and nobody else has. */
export const liveWaiting =
  (workspaceId: string, most = 50): Query<Waiting> =>
  async (read) => {
    const [count, entries] = await Promise.all([
      read.outboxCount(workspaceId),
      read.outbox(workspaceId, most, true),
    ]);
    return { count, lines: await linesOf(read, entries) };
  };

/** Refused changes, each with what depended on it (CL5). */
export const liveNeedsYou =
  (workspaceId: string): Query<readonly NeedsYouGroup[]> =>
  async (read) => {
    const rejected = await read.rejected(workspaceId);
    return groupRejected(rejected, await wordsFor(read, rejected));
  };

type Entry = OutboxEntry | RejectedEntry;

async function linesOf(read: Reader, entries: readonly Entry[]): Promise<ChangeLine[]> {
  const words = await wordsFor(read, entries);
  return entries.flatMap(({ mutation }) => {
    const said = words(mutation);
    return said ? [{ mutationId: mutation.id, at: mutation.at, words: said }] : [];
  });
}

/** Reads the names that the entries speak of, one request for each kind of row. */
async function wordsFor(read: Reader, entries: readonly Entry[]) {
  const names = new Map<string, string>();
  const addresses = entries.flatMap((entry) => entry.rows.map(rowAddress));
  for (const [entity, field] of NAMED) {
    const those = addresses.filter((address) => address.entity === entity);
    const workspaceId = those[0]?.workspaceId;
    if (workspaceId === undefined) continue;
    const ids = [...new Set(those.map((address) => address.id))];
    for (const row of await read.rowsByIds(entity, workspaceId, ids))
      names.set(`${entity}/${row.id}`, String((row as Row)[field]));
  }
  return (mutation: Entry['mutation']) =>
    changeWords(mutation, (entity, id) => names.get(`${entity}/${id}`) ?? null);
}

const NAMED = [
  ['task', 'title'],
  ['step', 'title'],
  ['project', 'name'],
  ['label', 'name'],
  ['section', 'name'],
  ['filter', 'name'],
] as const;
