/**
 * What the server has committed, noted by an observer at its storage port: the same for every kind of storage. The
 * laws of the server side are judged here and in merge-laws.ts, commit by commit, from what was written alone.
 */
import type { Mutation } from '@holdfast/shared/sync/op';
import type { RowChange } from '@holdfast/shared/sync/protocol';
import type { HistoryEntry, ServerStore } from '../../../api/src/sync/server-store';
import { type Books, copyOf, emptyBooks } from './books';
import { type Commit, CommitNotes, type Taken } from './commit-notes';
import type { Laws } from './laws';

export interface Ledger {
  observe(store: ServerStore): ServerStore;
  books(workspaceId: string): Books;
  /** A row's changes in order, by its `rowKey`. */
  changesOf(key: string): readonly HistoryEntry[];
  /** What a push brought, by mutation id: stored mutations do not hold their ops. */
  heard(mutations: readonly Mutation[]): void;
  said(mutationId: string): Mutation | undefined;
  /** It had an effect once, if only in a history that a restore has undone. */
  everTook(mutationId: string): boolean;
  everRefused(mutationId: string): boolean;
  backup(): ReadonlyMap<string, Books>;
  restore(backup: ReadonlyMap<string, Books>): void;
  /** What was deleted long ago has become these tombstones. */
  prune(workspaceId: string, floor: number, tombstones: readonly RowChange[], mark: string): void;
  readonly restores: () => number;
  /** Called with each commit before the books change. */
  onCommit(judge: (commit: Commit, books: Books) => void): void;
  /** One more of it in the tally. */
  count(outcome: string): void;
  readonly outcomes: { readonly [outcome: string]: number };
}

const TAKEN = ['applied', 'merged', 'review', 'held'];

export function createLedger(laws: Laws): Ledger {
  const books = new Map<string, Books>();
  const said = new Map<string, Mutation>();
  const took = new Set<string>();
  const refused = new Set<string>();
  const judges: ((commit: Commit, books: Books) => void)[] = [];
  const outcomes: { [outcome: string]: number } = {};
  let restores = 0;
  let commits = 0;

  const tally = (outcome: string): void => {
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  };
  const of = (id: string): Books => {
    const found = books.get(id);
    if (found) return found;
    const empty = emptyBooks();
    books.set(id, empty);
    return empty;
  };

  function enter(commit: Commit, taken: Taken | null): void {
    const own = of(commit.workspaceId);
    commits += 1;
    for (const judge of judges) judge(commit, own);
    const versions = new Set<number>();
    for (const { entity, row } of commit.rows) {
      const key = `${entity}/${row.id}`;
      const before = own.rows.get(key);
      if (before && row.version <= before.version)
        laws.broken('version-goes-on', `${key} from ${before.version} to ${row.version}`);
      if (!taken || row.version < taken.first || row.version >= taken.first + taken.count)
        laws.broken('version-taken', `${key} has version ${row.version}, not one that was taken`);
      if (versions.has(row.version)) laws.broken('version-of-its-own', `${key}: ${row.version} twice`);
      versions.add(row.version);
      own.rows.set(key, row);
    }
    for (const entry of commit.history) {
      const before = own.effects.get(entry.mutationId);
      if (before !== undefined && before !== commits)
        laws.broken('one-effect', `${entry.mutationId} changed ${entry.entity}.${entry.field} again`);
      own.effects.set(entry.mutationId, commits);
      const key = `${entry.entity}/${entry.rowId}`;
      const changes = own.changes.get(key);
      if (changes) changes.push(entry);
      else own.changes.set(key, [entry]);
    }
    for (const stored of commit.mutations) {
      const { id } = stored;
      const outcome = String(stored.result.outcome);
      own.stored.set(id, stored);
      tally(outcome);
      if (TAKEN.includes(outcome)) took.add(id);
      else if (outcome === 'rejected') refused.add(id);
    }
    for (const held of commit.held) own.held.set(held.id, held);
    for (const id of commit.takenBack) own.held.delete(id);
    if (taken) {
      if (taken.first <= own.head) laws.broken('versions-in-order', `${taken.first} after ${own.head}`);
      own.head = taken.first + taken.count - 1;
      own.mark = taken.mark;
      for (let version = taken.first; version <= own.head; version += 1) own.marks.set(version, taken.mark);
    }
  }

  return {
    observe: (store) => ({
      async transaction(scope, work) {
        let notes = new CommitNotes();
        const result = await store.transaction(scope, (tx) => {
          notes = new CommitNotes();
          return work(notes.on(tx));
        });
        if (scope.mode === 'write')
          enter(
            {
              workspaceId: scope.workspaceId,
              accountId: scope.accountId,
              rows: notes.rows,
              history: notes.history,
              mutations: notes.mutations,
              held: notes.held,
              takenBack: notes.takenBack,
            },
            notes.taken,
          );
        return result;
      },
    }),
    books: of,
    changesOf(key) {
      const [workspaceId = '', entity, id] = key.split('/');
      return of(workspaceId).changes.get(`${entity}/${id}`) ?? [];
    },
    heard(mutations) {
      for (const mutation of mutations) said.set(mutation.id, mutation);
    },
    said: (id) => said.get(id),
    everTook: (id) => took.has(id),
    everRefused: (id) => refused.has(id),
    backup: () => new Map([...books].map(([id, own]) => [id, copyOf(own)])),
    restore(backup) {
      restores += 1;
      books.clear();
      for (const [id, own] of backup) books.set(id, copyOf(own));
    },
    prune(workspaceId, floor, tombstones, mark) {
      const own = of(workspaceId);
      own.floor = floor;
      for (const version of own.marks.keys()) if (version < floor) own.marks.delete(version);
      for (const { entity, row } of tombstones) {
        own.rows.set(`${entity}/${row.id}`, row);
        own.head = Math.max(own.head, row.version);
        own.mark = mark;
        own.marks.set(row.version, mark);
      }
    },
    restores: () => restores,
    onCommit: (judge) => judges.push(judge),
    count: tally,
    outcomes,
  };
}
