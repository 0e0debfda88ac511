/**
 * PU9, judged at each commit of the server from what was written alone: what is held has no effect before it is let go;
 * let go, its rows are deleted once, as its author's, and nobody's edit is lost with them; who decides may do so, and
 * does it once.
 */
import type { Row } from '@holdfast/shared/entities/define-entity';
import type { Mutation } from '@holdfast/shared/sync/op';
import type { HeldMutation, HistoryEntry } from '../../../api/src/sync/server-store';
import type { Books } from './books';
import type { Commit } from './commit-notes';
import type { Evidence } from './evidence';
import { conflictFor, isKept } from './kept-edit';
import { unseenBy } from './unseen';

export interface HoldLawsOptions extends Evidence {
  readonly roleOf: (workspaceId: string, accountId: string) => string | null;
  /** So many rows are a mass change. */
  readonly massRows: number;
  readonly accounts: readonly string[];
  /** What became of a hold, for the tally. */
  readonly became: (state: string) => void;
}

export function createHoldLaws(options: HoldLawsOptions): (commit: Commit, books: Books) => void {
  const { laws, ledger, journal, roleOf, became } = options;

  return (commit, books) => {
    const written = new Map(commit.rows.map(({ entity, row }) => [`${entity}/${row.id}`, row]));
    const holds = commit.rows.filter(({ entity }) => entity === 'hold').map(({ row }) => row);
    for (const row of holds) {
      const before = books.rows.get(`hold/${row.id}`);
      if (before && before.state !== 'held')
        laws.broken('decided-once', `hold ${row.id} was ${before.state}, and is ${row.state}`);
      if (row.state === 'held') isWhole(commit, books, row);
      else mayDecide(commit, row);
      if (row.state !== 'held') became(String(row.state));
    }
    for (const { id, result } of commit.mutations)
      if (
        result.outcome === 'held' &&
        !commit.held.some((held) => held.id === id) &&
        !commit.takenBack.includes(id)
      )
        laws.broken('what-is-held-is-kept', `${id} is held, and nothing of it is kept`);
    for (const { id } of commit.mutations.filter(({ result }) => result.outcome === 'applied')) {
      isTakenBack(commit, books, id);
      isNoMassChange(commit, books, id);
    }
    const held = new Map([...books.held.values(), ...commit.held].map((one) => [one.id, one]));
    for (const { entity, rowId, mutationId } of commit.history) {
      const kept = held.get(mutationId);
      if (kept && (commit.takenBack.includes(mutationId) || !isReleased(books, written, kept)))
        laws.broken('held-has-no-effect', `${mutationId} is held, and changed ${entity} ${rowId}`);
    }
    for (const one of held.values())
      if (!commit.takenBack.includes(one.id) && isReleased(books, written, one))
        letGo({ commit, books, written }, one);
  };

  /** What it says it takes is what was put into it and not taken back. */
  function isWhole({ held, takenBack }: Commit, books: Books, row: Row): void {
    const inIt = [...books.held.values(), ...held].filter(
      ({ id, holdId }) => holdId === row.id && !takenBack.includes(id),
    );
    const takes = inIt.reduce((sum, one) => sum + one.takes, 0);
    if (takes !== row.count)
      laws.broken('a-hold-counts', `hold ${row.id} says ${String(row.count)} rows, and keeps ${takes}`);
  }

  /** A restore that its author made on what waits takes it out of the hold. */
  function isTakenBack({ takenBack, accountId }: Commit, books: Books, mutationId: string): void {
    for (const { op, after } of ledger.said(mutationId)?.ops ?? []) {
      const held = op === 'restore' && after ? books.held.get(after) : undefined;
      if (!held || held.accountId !== accountId || takenBack.includes(held.id)) continue;
      if (books.rows.get(`hold/${held.holdId}`)?.state === 'held')
        laws.broken('undone-is-taken-back', `${mutationId} undid ${held.id}, which waits all the same`);
    }
  }

  /** The plainest case, judged alone: one mutation that takes so many tasks, and a third of all that stand. */
  function isNoMassChange(commit: Commit, books: Books, mutationId: string): void {
    const { workspaceId, accountId, mutations } = commit;
    const isOther = (id: string): boolean => id !== accountId && roleOf(workspaceId, id) !== null;
    if (!options.accounts.some(isOther)) return;
    const standing = tasksIn(books);
    const back = new Set(
      mutations.flatMap(({ id }) =>
        (ledger.said(id)?.ops ?? []).flatMap((op) => (op.op === 'restore' ? [op.id] : [])),
      ),
    );
    const deleted = new Set(
      (ledger.said(mutationId)?.ops ?? []).flatMap(({ op, id }) =>
        op === 'delete' && !back.has(id) ? [id] : [],
      ),
    );
    const taken = [...standing].filter(
      ([id, home]) => deleted.has(id) || (home !== null && deleted.has(home)),
    );
    if (taken.length >= options.massRows && taken.length * 3 >= standing.size)
      laws.broken('a-mass-change-is-held', `${mutationId} took ${taken.length} of ${standing.size} tasks`);
  }

  function mayDecide({ workspaceId, accountId, takenBack }: Commit, row: Row): void {
    const role = roleOf(workspaceId, accountId);
    const isAuthor = row.state === 'dropped' && row.accountId === accountId;
    if (row.decidedBy !== accountId)
      laws.broken('who-decided', `hold ${row.id}: ${accountId} decided as ${String(row.decidedBy)}`);
    if (takenBack.length > 0 && isAuthor) return;
    if (!isAuthor && role !== 'owner' && role !== 'admin')
      laws.broken('who-may-decide', `${role} ${accountId} made hold ${row.id} ${String(row.state)}`);
  }

  interface Here {
    readonly commit: Commit;
    readonly books: Books;
    /** By `entity/id`. */
    readonly written: ReadonlyMap<string, Row>;
  }

  function letGo(here: Here, held: HeldMutation): void {
    const { commit, books, written } = here;
    const deed = journal.deeds.get(held.id);
    const own = commit.history.filter(({ mutationId }) => mutationId === held.id);
    for (const entry of own) isItsAuthors(entry, held);
    for (const op of held.mutation.ops) {
      const key = `${op.entity}/${op.id}`;
      const before = books.rows.get(key);
      if (op.op !== 'delete' || op.guard || !deed || !before || before.deletedAt !== null) continue;
      const author = { op, mutation: held.mutation, deed, deviceId: held.deviceId, books };
      const { fresh, late } = untilLetGo(commit, held, op.id);
      const unseen = late
        ? [...unseenBy(options, { ...author, fresh: [] }), ...late]
        : unseenBy(options, { ...author, fresh, heldSince: held.version });
      const isDeleted = own.some(({ rowId, field }) => rowId === op.id && field === 'deletedAt');
      // Whoever brought it back since, later than its author had deleted it, was asked by nobody (MG9).
      const wasMoved = unseen.some(({ field }) => field === 'deletedAt');
      // Deleted, by this or by another that was let go with it, even if the same push brings it back behind the release.
      const wasDeleted = commit.history.some(
        ({ rowId, field, to }) => rowId === op.id && field === 'deletedAt' && to !== null,
      );
      const isGone = wasDeleted || written.get(key)?.deletedAt != null;
      if (!isGone && !wasMoved)
        laws.broken('released-deletes', `${held.id} was let go, and ${key} stands as it stood`);
      if (!isDeleted) continue;
      for (const entry of unseen) {
        const { entity, field, version, accountId } = entry;
        if (
          field !== 'deletedAt' &&
          isKept(entity, field) &&
          (late?.has(entry) || version > held.version || accountId !== held.accountId) &&
          !conflictFor(written, op.id, accountId)
        )
          laws.broken('release-keeps-edits', `${field} of ${key} by ${accountId} went with it`);
      }
    }
  }

  /**
   * What the commit did to the row before it let this go: what comes behind meets a deletion that has happened, as any
   * other edit does. `late`, where the same push had it held: what it did in between, which its author, who sent all of
   * it, had not seen when they deleted. What was held too has its effect only with the release.
   */
  function untilLetGo(
    { history, mutations, held: heldHere }: Commit,
    held: HeldMutation,
    rowId: string,
  ): { readonly fresh: readonly HistoryEntry[]; readonly late: ReadonlySet<HistoryEntry> | null } {
    const until = mutations.findIndex(
      ({ id, result }) => result.outcome !== 'rejected' && letsGo(ledger.said(id), held.holdId),
    );
    const behind = new Set(mutations.slice(until + 1).map(({ id }) => id));
    const fresh = history.filter(
      ({ mutationId, ...entry }) =>
        entry.rowId === rowId && mutationId !== held.id && !behind.has(mutationId),
    );
    if (!heldHere.includes(held)) return { fresh, late: null };
    const from = mutations.findIndex(({ id }) => id === held.id);
    const between = new Set(
      mutations.slice(from + 1).flatMap(({ id, result }) => (result.outcome === 'held' ? [] : [id])),
    );
    const late = fresh.filter(({ field, mutationId }) => field !== '_' && between.has(mutationId));
    return { fresh, late: new Set(late) };
  }

  function isItsAuthors(entry: HistoryEntry, { accountId, deviceId, time, id }: HeldMutation): void {
    if (entry.accountId !== accountId || entry.deviceId !== deviceId || entry.time !== time)
      laws.broken('released-as-its-authors', `${id} of ${accountId} was let go as ${entry.accountId}'s`);
  }
}

/** The tasks that stand, each with its project; those of a deleted project do not stand (MG9). */
function tasksIn({ rows }: Books): ReadonlyMap<string, string | null> {
  const tasks = new Map<string, string | null>();
  for (const [key, { id, projectId, deletedAt }] of rows)
    if (
      key.startsWith('task/') &&
      deletedAt === null &&
      (rows.get(`project/${String(projectId)}`)?.deletedAt ?? null) === null
    )
      tasks.set(id, projectId === null ? null : String(projectId));
  return tasks;
}

/** Letting it go is an ordinary mutation, of this push or another's. */
const letsGo = (mutation: Mutation | undefined, holdId: string): boolean =>
  mutation?.ops.some((op) => op.op === 'patch' && op.id === holdId && op.changes.state?.to === 'released') ??
  false;

/**
 * The commit lets it go. A push that goes out again after a restore may bring the changes and the answer to them at
 * once: then the hold is made and released in one commit.
 */
const isReleased = (books: Books, written: ReadonlyMap<string, Row>, { holdId }: HeldMutation): boolean =>
  written.get(`hold/${holdId}`)?.state === 'released' &&
  (books.rows.get(`hold/${holdId}`)?.state ?? 'held') === 'held';
