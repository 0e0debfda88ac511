/** Everything that the sync centre lists, for all workspaces of this person at once. Pass it to `useLive`. */
import type { Query } from '../../db/live';
import { type AckedEntry, type OutboxEntry, rowAddress } from '../../db/local-store';
import type { Reader } from '../../db/reader';
import type { Said } from '../../words/said';
import { maySend } from '../merges/row-names';
import { centreWords } from './centre-words';
import { type ChangeWords, changeWords } from './change-words';
import type { NeedsYouGroup } from './needs-you';
import { liveNeedsYou } from './queries';
import { readNames } from './read-names';
import { wholeWords } from './whole-words';

/** A change as one line: "Moved **T** to In progress", "09:37 · Boat shed fit-out". */
export interface CentreLine {
  readonly mutationId: string;
  readonly name: string;
  readonly at: number;
  readonly words: ChangeWords;
  /** With where it led. */
  readonly said: Said;
  /** The project, the Inbox or the workspace. */
  readonly place: string;
  /** The server's word for what became of it; null: it waits. */
  readonly outcome: string | null;
}

export interface Refusal {
  readonly workspaceId: string;
  readonly workspaceName: string;
  /** Its author may change things there now: Retry and Edit make sense. */
  readonly mayWrite: boolean;
  readonly group: NeedsYouGroup;
}

export interface Centre {
  readonly refusals: readonly Refusal[];
  readonly waiting: readonly CentreLine[];
  readonly waitingCount: number;
  readonly sent: readonly CentreLine[];
  readonly sentCount: number;
}

export interface CentreAsks {
  readonly workspaces: readonly { readonly id: string; readonly name: string }[];
  readonly accountId: string;
  /** `YYYY-MM-DD`, and its first moment. */
  readonly today: string;
  readonly startsAt: number;
  readonly most: number;
}

export const liveCentre =
  (asks: CentreAsks): Query<Centre> =>
  async (read) => {
    const each = await Promise.all(asks.workspaces.map((workspace) => centreOf(read, workspace, asks)));
    const byTime = (a: CentreLine, b: CentreLine) => b.at - a.at;
    return {
      refusals: each.flatMap((one) => one.refusals),
      waiting: each
        .flatMap((one) => one.waiting)
        .sort(byTime)
        .slice(0, asks.most),
      waitingCount: each.reduce((sum, one) => sum + one.waitingCount, 0),
      sent: each
        .flatMap((one) => one.sent)
        .sort(byTime)
        .slice(0, asks.most),
      sentCount: each.reduce((sum, one) => sum + one.sentCount, 0),
    };
  };

async function centreOf(
  read: Reader,
  workspace: { readonly id: string; readonly name: string },
  asks: CentreAsks,
): Promise<Centre> {
  const { id } = workspace;
  const [groups, outbox, waitingCount, acked, members] = await Promise.all([
    liveNeedsYou(id)(read),
    read.outbox(id, asks.most, true),
    read.outboxCount(id),
    read.acked(id, asks.startsAt),
    read.all('member', id),
  ]);
  // What is held nobody has: it stands with what is to be decided.
  const today = acked.filter(({ outcome }) => outcome !== 'held').sort((a, b) => b.ackedAt - a.ackedAt);
  const sent = today.slice(0, asks.most);
  const lines = await linesOf(read, workspace, [...outbox, ...sent], asks.today);
  return {
    refusals: groups.map((group) => ({
      workspaceId: id,
      workspaceName: workspace.name,
      mayWrite: maySend(members, asks.accountId),
      group,
    })),
    waiting: lines.slice(0, outbox.length).flatMap((line) => line ?? []),
    waitingCount,
    sent: lines.slice(outbox.length).flatMap((line) => line ?? []),
    sentCount: today.length,
  };
}

async function linesOf(
  read: Reader,
  workspace: { readonly id: string; readonly name: string },
  entries: readonly (OutboxEntry | AckedEntry)[],
  today: string,
): Promise<(CentreLine | null)[]> {
  const addresses = entries.flatMap((entry) => entry.rows.map(rowAddress));
  const { nameOf, tasks } = await readNames(read, workspace.id, addresses);
  const projectOf = new Map(tasks.map((row) => [row.id, row.projectId]));
  return entries.map((entry) => {
    const { mutation } = entry;
    const words = changeWords(mutation, nameOf);
    if (!words) return null;
    const projectId = words.entity === 'task' ? (projectOf.get(words.rowId) ?? null) : undefined;
    const place =
      projectId === undefined
        ? workspace.name
        : projectId === null
          ? centreWords.get().inbox
          : (nameOf('project', projectId) ?? workspace.name);
    return {
      mutationId: mutation.id,
      name: mutation.name,
      at: mutation.at,
      words,
      said: wholeWords(mutation, words, nameOf, today),
      place,
      outcome: 'outcome' in entry ? entry.outcome : null,
    };
  });
}
