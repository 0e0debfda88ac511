/** Things done on this device, for all workspaces of this person, one line for each tap. Pass it to `useLive`. */
import type { Query } from '../../db/live';
import type { DoneEntry } from '../../db/local-store';
import { DONE_KEPT } from '../../db/prune-done';
import type { Reader } from '../../db/reader';
import { readNames } from '../sync/read-names';
import { type DoneWords, doneWords } from './done-words';

export interface DoneLine extends DoneWords {
  /** Everything of one tap that stands alike. */
  readonly ids: readonly string[];
  readonly name: string;
  readonly state: DoneEntry['state'];
  readonly at: number;
  readonly turnedAt: number;
  /** What the server left alone when it was undone or done again: somebody had changed it (PU8). */
  readonly left: readonly { readonly entity: string; readonly field: string }[];
  readonly workspaceId: string;
}

export const liveDone =
  (workspaceIds: readonly string[], today: string, now: number): Query<readonly DoneLine[]> =>
  async (read) => {
    const since = now - DONE_KEPT.forMs;
    const each = await Promise.all(workspaceIds.map((id) => linesOf(read, id, today, since)));
    return each.flat().sort((a, b) => b.at - a.at);
  };

async function linesOf(read: Reader, workspaceId: string, today: string, since: number): Promise<DoneLine[]> {
  const all = (await read.done(workspaceId, DONE_KEPT.most)).filter((entry) => entry.at >= since);
  if (all.length === 0) return [];
  const rows = all.flatMap((entry) => entry.turn.map(({ entity, id }) => ({ entity, id })));
  const [{ nameOf }, acked] = await Promise.all([
    readNames(read, workspaceId, rows),
    read.acked(workspaceId),
  ]);
  const leftBy = new Map(acked.map((entry) => [entry.mutation.id, entry.left ?? []]));
  return taps(all).flatMap((tap): DoneLine[] => {
    const [first] = tap;
    const said = first && doneWords(first, nameOf, today);
    if (!first || !said) return [];
    const left = tap.flatMap((entry) =>
      [...entry.left, ...(leftBy.get(entry.mutationId) ?? [])].map((field) => ({
        entity: entry.turn[0]?.entity ?? '',
        field,
      })),
    );
    const more = tap.reduce((sum, entry) => sum + 1 + (doneWords(entry, nameOf, today)?.words.more ?? 0), -1);
    return [
      {
        ...said,
        words: { ...said.words, more },
        ids: tap.map((entry) => entry.id),
        name: first.name,
        state: first.state,
        at: first.at,
        turnedAt: Math.max(...tap.map((entry) => entry.turnedAt)),
        left,
        workspaceId,
      },
    ];
  });
}

/** Entries of one group that stand alike, together, where the newest of them is. */
function taps(newestFirst: readonly DoneEntry[]): DoneEntry[][] {
  const found = new Map<string, DoneEntry[]>();
  for (const entry of newestFirst) {
    const key = entry.group === null ? entry.id : `${entry.group} ${entry.state}`;
    const tap = found.get(key);
    if (tap) tap.push(entry);
    else found.set(key, [entry]);
  }
  return [...found.values()];
}
