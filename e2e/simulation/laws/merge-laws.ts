/**
 * What a commit of the server must mean, judged without the merge: from the ops that came, from what stood before, and
 * from who had made which change when. Devices are told apart by what they are, not by the ids that they give.
 */
import type { Row } from '@holdfast/shared/entities/define-entity';
import { fieldOf } from '@holdfast/shared/entities/define-entity';
import type { Json } from '@holdfast/shared/entities/fields';
import { entityByName } from '@holdfast/shared/entities/index';
import { sameJson } from '@holdfast/shared/merge/json';
import { valueAt } from '@holdfast/shared/merge/row-values';
import type { Mutation, Op } from '@holdfast/shared/sync/op';
import type { HistoryEntry } from '../../../api/src/sync/server-store';
import type { Deed } from '../world/journal';
import { LONGEST_WAY } from '../world/network';
import type { Books } from './books';
import type { Commit } from './commit-notes';
import type { Evidence } from './evidence';
import { conflictFor, isKept } from './kept-edit';
import { type Author, unseenBy } from './unseen';

export interface MergeLawsOptions extends Evidence {
  readonly now: () => number;
  /** What the account may do in the workspace now. */
  readonly mayWrite: (workspaceId: string, accountId: string) => boolean;
}

/** A clock that is off is corrected to within the time that a message takes, and waits behind slow commits. */
const CLOCK_TOLERANCE = LONGEST_WAY + 10_000;

export function createMergeLaws(options: MergeLawsOptions): (commit: Commit, books: Books) => void {
  const { laws, ledger, journal } = options;

  return (commit, books) => {
    const rows = new Map<string, Row>();
    const written = new Map(commit.rows.map(({ entity, row }) => [`${entity}/${row.id}`, row]));
    const rowAt = (key: string): Row | undefined => rows.get(key) ?? books.rows.get(key);
    const fresh: HistoryEntry[] = [];
    for (const stored of commit.mutations) {
      const mutation = ledger.said(stored.id);
      const deed = journal.deeds.get(stored.id);
      const entries = commit.history.filter((entry) => entry.mutationId === stored.id);
      // What is held and let go in one push has its effect where it is let go, not where it was sent: an edit that
      // comes between the two meets a row that stands.
      const own = stored.result.outcome === 'held' ? [] : entries;
      if (entries.length > 0 && !options.mayWrite(commit.workspaceId, commit.accountId))
        laws.broken('roles', `${commit.accountId} wrote ${entries[0]?.entity} without the right to`);
      // What is held has no effect yet; what it would do is judged when it is let go.
      if (mutation && deed && !['rejected', 'held'].includes(String(stored.result.outcome)))
        for (const op of mutation.ops) {
          const key = `${op.entity}/${op.id}`;
          const before = rowAt(key);
          const after = valueAfter(before, own, op);
          judgeOp({
            op,
            mutation,
            deed,
            deviceId: stored.deviceId,
            before,
            after,
            outcome: String(stored.result.outcome),
            fresh,
            books,
            written,
          });
        }
      if (deed) judgeClock(deed, entries);
      const letGo = commit.history.filter(
        (entry) => !fresh.includes(entry) && releases({ commit, books }, mutation, entry.mutationId),
      );
      for (const entry of [...own, ...letGo]) {
        const key = `${entry.entity}/${entry.rowId}`;
        const row = entry.field === '_' ? created(written.get(key), mutation, entry) : rowAt(key);
        if (row) rows.set(key, withField(row, entry));
      }
      fresh.push(...own, ...letGo);
    }
  };

  function judgeClock(deed: Deed, own: readonly HistoryEntry[]): void {
    const [first] = own;
    if (!first) return;
    if (first.time > options.now() + 1)
      laws.broken('no-time-to-come', `${first.entity}.${first.field} is of a moment that has not come`);
    if (deed.device.clockJumped) return;
    // A creation into which later taps folded keeps the time of the first.
    const off = Math.max(deed.firstAt - first.time, first.time - deed.at);
    if (off > CLOCK_TOLERANCE)
      laws.broken(
        'clocks-are-corrected',
        `${first.entity}.${first.field} is off by ${Math.round(off / 1000)} s`,
      );
  }

  interface Judging extends Author {
    readonly before: Row | undefined;
    readonly after: (field: string) => Json;
    readonly outcome: string;
    readonly written: ReadonlyMap<string, Row>;
  }

  function judgeOp(judging: Judging): void {
    const { op, before } = judging;
    if (!before || op.guard) return;
    if (before.deletedAt === null) judgeAlone(judging);
    if (op.op === 'patch' && before.deletedAt !== null) judgeLateEdit(judging);
    else if (op.op === 'patch') judgePatch(judging);
    else if (op.op === 'delete' && before.deletedAt === null) judgeDeletion(judging);
  }

  /** Causality: what one device does one after the other is never concurrent with itself. */
  function judgeAlone(judging: Judging): void {
    const { op, mutation, outcome, deed } = judging;
    if (outcome === 'applied' || mutation.ops.length > 1 || ledger.restores() > 0) return;
    // What it took back itself, the copy of its profile may have sent.
    if (deed.device.wasCopied) return;
    // Written on a row of an older version than it was, before a comparison found that.
    if (deed.device.flippedRows.has(op.id)) return;
    if (unseenBy(options, judging).length === 0)
      laws.broken('no-question-about-own', `${op.op} of ${op.id} by ${deed.device.name} alone: ${outcome}`);
  }

  /** MG9: an edit that meets a deletion is kept for its author. */
  function judgeLateEdit({ op, deed, outcome, written }: Judging): void {
    if (!Object.keys(op.changes).some((field) => isKept(op.entity, field))) return;
    if (outcome !== 'review' || !conflictFor(written, op.id, deed.accountId))
      laws.broken('late-edit-is-kept', `an edit of the deleted ${op.entity} ${op.id} is in nobody's list`);
  }

  /** MG9: a deletion keeps for each editor what they wrote and it had not seen. */
  function judgeDeletion(judging: Judging): void {
    const { op, deed, written, after } = judging;
    if (after('deletedAt') === null) return;
    for (const other of unseenBy(options, judging)) {
      if (other.field === 'deletedAt' || other.version <= op.base || !isKept(op.entity, other.field))
        continue;
      if (other.accountId === deed.accountId) continue;
      if (!conflictFor(written, op.id, other.accountId))
        laws.broken('deletion-keeps-edits', `${other.field} of ${op.id} by ${other.accountId} went with it`);
    }
  }

  /** MG1, MG4, MG8. */
  function judgePatch(judging: Judging): void {
    const { op, before, after, deed } = judging;
    if (!before) return;
    const entity = entityByName(op.entity);
    const others = unseenBy(options, judging);
    for (const [name, change] of Object.entries(op.changes)) {
      const field = entity && fieldOf(entity, name);
      if (!field || field.merge === 'text') continue;
      const [current, result] = [valueAt(before, name), after(name)];
      const other = others.filter((entry) => entry.field === name).at(-1);
      if (!other || sameJson(current, change.from) || sameJson(current, change.to)) {
        // A device whose profile was copied, or a history that was undone: somebody it cannot know may count.
        if (!sameJson(result, tidy(change.to)) && ledger.restores() === 0)
          laws.broken(
            name === 'priority' ? 'lowered-priority-stays' : 'nobody-else-was-there',
            `${name} of ${op.id} is ${JSON.stringify(result)}, ${deed.device.name} said ${JSON.stringify(change.to)}`,
          );
      } else if (field.merge === 'priority') {
        const highest = Math.max(Number(change.to), Number(other.to));
        // Numbered anew, a device is to the server another one: then its own change may be the last that counts.
        if (result !== highest && (ledger.restores() === 0 || isLast(judging, other)))
          laws.broken('higher-priority', `priority of ${op.id} is ${String(result)}, not ${highest}`);
      }
    }
  }

  /** Nobody changed the field after this. */
  function isLast({ op, books, fresh }: Judging, { field, version }: HistoryEntry): boolean {
    return ![...(books.changes.get(`${op.entity}/${op.id}`) ?? []), ...fresh].some(
      (entry) => entry.rowId === op.id && entry.field === field && entry.version > version,
    );
  }
}

/** Whether the mutation lets the other one go (PU9). */
const releases = (
  { commit, books }: { readonly commit: Commit; readonly books: Books },
  mutation: Mutation | undefined,
  heldId: string,
): boolean => {
  const { holdId } = books.held.get(heldId) ?? commit.held.find(({ id }) => id === heldId) ?? {};
  return (
    holdId !== undefined &&
    mutation?.ops.some(({ entity, id }) => entity === 'hold' && id === holdId) === true
  );
};

/** The value of a field after this mutation: what its history says, or what stood before. */
const valueAfter =
  (before: Row | undefined, own: readonly HistoryEntry[], op: Op) =>
  (field: string): Json => {
    const change = own.filter((entry) => entry.rowId === op.id && entry.field === field).at(-1);
    return change ? change.to : before ? valueAt(before, field) : null;
  };

/** A row as its creation left it: what the same commit did to it afterwards comes with its own entries. */
function created(
  row: Row | undefined,
  mutation: Mutation | undefined,
  { rowId }: HistoryEntry,
): Row | undefined {
  const op = mutation?.ops.find((one) => one.id === rowId && one.op === 'create');
  const fields = op && entityByName(op.entity)?.fields;
  if (!row || !op || !fields) return row;
  const values = Object.entries(fields).map(([name, { initial = null }]) => [
    name,
    op.changes[name]?.to ?? initial,
  ]);
  return { ...row, ...Object.fromEntries(values), deletedAt: null };
}

function withField(row: Row, { field, to }: HistoryEntry): Row {
  if (field === '_') return row;
  if (!field.startsWith('custom.')) return { ...row, [field]: to };
  const custom = { ...(row.custom as { [key: string]: Json }), [field.slice('custom.'.length)]: to };
  return { ...row, custom };
}

const tidy = (value: Json): Json => (Array.isArray(value) ? ([...value].sort() as Json) : value);
