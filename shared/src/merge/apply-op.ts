/**
 * The heart: one op on one row. The server, the local write and the rebase call this same function, so that what a
 * person sees at once is what everybody gets (spec MG1–MG14). Pure: no clock, no ids but derived ones.
 *
 * What needs other rows (references, cycles, roles) is checked before, by the caller that has them.
 */

import { type Entity, fieldOf, type Row, type Stamp } from '../entities/define-entity';
import type { Json } from '../entities/fields';
import { entityByName } from '../entities/index';
import { conflictId, isDerivedId } from '../sync/ids';
import type { Change, Op } from '../sync/op';
import { reject } from '../sync/rejection';
import { sameJson } from './json';
import {
  type Applied,
  type ApplyResult,
  type Author,
  type ConcurrentChange,
  type ConflictDraft,
  type FieldChange,
  PENDING_VERSION,
} from './outcome';
import { isLater, settle } from './strategies';

/**
 * @param row the row as it stands, or null where there is none
 * @param op checked with `checkOp`
 * @param others what its author had not seen, in order of version; on a client an estimate from stamps
 */
export function applyOp(
  row: Row | null,
  op: Op,
  others: readonly ConcurrentChange[],
  author: Author,
): ApplyResult {
  const entity = entityByName(op.entity);
  if (!entity) return reject('invalid', 'entity: unknown');
  if (op.op === 'create') return row ? createAgain(entity, row, op, author) : create(entity, op, author);
  if (!row) return reject('not_found', `${op.entity}: absent`);
  if (op.op === 'delete') return remove(entity, row, op, others, author);
  if (op.op === 'restore') return restore(entity, row, op, others, author);
  return row.deletedAt === null
    ? patch(entity, row, op, others, author)
    : patchDeleted(entity, row, op, author);
}

/** Gives the row and its pending stamps the version that the server took. */
export function stampVersion(row: Row, version: number): Row {
  const stamps = Object.fromEntries(
    Object.entries(row.stamps).map(([field, stamp]): [string, Stamp] => [
      field,
      stamp[0] === PENDING_VERSION ? [version, stamp[1], stamp[2]] : stamp,
    ]),
  );
  return { ...row, version, stamps };
}

/** The synced row of a conflict, its version pending. */
export function conflictRow(draft: ConflictDraft, author: Author): Row {
  return {
    ...draft,
    workspaceId: author.workspaceId,
    version: PENDING_VERSION,
    stamps: { _: pendingStamp(author) },
    createdAt: author.time,
    createdBy: author.accountId,
    updatedAt: author.time,
    deletedAt: null,
  };
}

function create(entity: Entity, op: Op, author: Author): Applied {
  const values = Object.fromEntries(
    Object.entries(entity.fields).map(([name, field]) => [
      name,
      tidy(entity, name, op.changes[name]?.to ?? field.initial ?? null),
    ]),
  );
  const row: Row = {
    ...values,
    id: op.id,
    workspaceId: author.workspaceId,
    version: PENDING_VERSION,
    stamps: { _: pendingStamp(author) },
    createdAt: author.time,
    createdBy: author.accountId,
    updatedAt: author.time,
    deletedAt: null,
  };
  return { ...nothing(derive(row, author)), changed: [{ field: '_', from: null, to: null }] };
}

/** MG13: a derived id is the same row made twice; any other id that exists belongs to somebody else's row. */
function createAgain(entity: Entity, row: Row, op: Op, author: Author): ApplyResult {
  if (!isDerivedId(op.id)) return reject('reused', 'id: exists');
  if (row.deletedAt !== null) return nothing(row);
  const writer = new RowWriter(entity, row, author);
  for (const [name, change] of inOrder(op.changes)) {
    const stamp = row.stamps[name] ?? row.stamps._;
    if (!stamp || isLater(author, { time: stamp[1], deviceId: stamp[2] })) writer.set(name, change.to);
  }
  return writer.applied();
}

function patch(
  entity: Entity,
  row: Row,
  op: Op,
  others: readonly ConcurrentChange[],
  author: Author,
): Applied {
  const writer = new RowWriter(entity, row, author);
  for (const [name, change] of inOrder(op.changes)) {
    const field = fieldOf(entity, name);
    if (!field) continue; // checkOp refused it
    const current = valueAt(row, name);
    const [from, to] = [tidy(entity, name, change.from), tidy(entity, name, change.to)];
    if (op.guard) {
      if (sameJson(current, from)) writer.set(name, to);
      else writer.leave(name);
      continue;
    }
    const mine = others.filter((other) => other.field === name);
    const settled = settle({ field, current, from, to, others: mine, author });
    writer.set(name, settled.value);
    const other = mine.at(-1);
    if (settled.how === 'taken' || !other) continue;
    // Whose value does not stand, that person may want to know.
    const lost =
      sameJson(settled.value, to) && !sameJson(settled.value, other.value)
        ? other.accountId
        : author.accountId;
    writer.conflict({
      field: name,
      base: from,
      mine: to,
      theirs: field.merge === 'text' ? current : other.value,
      result: settled.value,
      state: settled.how === 'asked' ? 'open' : 'auto',
      forAccountId: settled.how === 'asked' ? author.accountId : lost,
      devices: [author.deviceId, other.deviceId],
    });
  }
  return writer.applied();
}

/** MG9, the edit that comes after the deletion: the row stays deleted, the edit is kept whole for its author. */
function patchDeleted(entity: Entity, row: Row, op: Op, author: Author): Applied {
  const names = Object.keys(op.changes);
  const writer = new RowWriter(entity, row, author);
  if (op.guard) {
    for (const name of names) writer.leave(name);
    return writer.applied();
  }
  const edit = Object.entries(op.changes);
  if (edit.length === 0) return writer.applied();
  writer.conflict({
    field: 'deletedAt',
    base: Object.fromEntries(edit.map(([name, change]) => [name, change.from])),
    mine: Object.fromEntries(edit.map(([name, change]) => [name, change.to])),
    theirs: row.deletedAt,
    result: null,
    state: names.some((name) => fieldOf(entity, name)?.keptOnDelete) ? 'open' : 'auto',
    forAccountId: author.accountId,
    devices: [author.deviceId, row.stamps.deletedAt?.[2] ?? ''],
  });
  return writer.applied();
}

/** MG9, the deletion that comes after edits: it deletes, and each editor's edit is kept for them. */
function remove(
  entity: Entity,
  row: Row,
  op: Op,
  others: readonly ConcurrentChange[],
  author: Author,
): Applied {
  const writer = new RowWriter(entity, row, author);
  if (row.deletedAt !== null) return writer.applied();
  if (op.guard && others.length > 0) {
    writer.leave('deletedAt');
    return writer.applied();
  }
  const restored = others.filter((other) => other.field === 'deletedAt').at(-1);
  if (restored && restored.value === null && !isLater(author, restored)) {
    writer.conflict(againstDeletion(restored, author, null));
    return writer.applied();
  }
  writer.set('deletedAt', author.time);
  const edits = others.filter((other) => other.field !== 'deletedAt');
  for (const editor of new Set(edits.map((edit) => edit.accountId))) {
    const theirs = edits.filter((edit) => edit.accountId === editor);
    writer.conflict({
      field: 'deletedAt',
      base: Object.fromEntries(theirs.toReversed().map((edit) => [edit.field, edit.from ?? null])),
      mine: Object.fromEntries(theirs.map((edit) => [edit.field, edit.value])),
      theirs: author.time,
      result: null,
      state: theirs.some((edit) => fieldOf(entity, edit.field)?.keptOnDelete) ? 'open' : 'auto',
      forAccountId: editor,
      devices: [theirs.at(-1)?.deviceId ?? '', author.deviceId],
    });
  }
  return writer.applied();
}

/** Restore against delete: the later wins (MG9). */
function restore(
  entity: Entity,
  row: Row,
  op: Op,
  others: readonly ConcurrentChange[],
  author: Author,
): Applied {
  const writer = new RowWriter(entity, row, author);
  if (row.deletedAt === null) return writer.applied();
  const deleted = others.filter((other) => other.field === 'deletedAt').at(-1);
  if (op.guard && deleted) {
    writer.leave('deletedAt');
    return writer.applied();
  }
  if (deleted && deleted.value !== null && !isLater(author, deleted)) {
    writer.conflict(againstDeletion(deleted, author, row.deletedAt));
    return writer.applied();
  }
  writer.set('deletedAt', null);
  return writer.applied();
}

const againstDeletion = (other: ConcurrentChange, author: Author, stands: number | null): Question => ({
  field: 'deletedAt',
  base: null,
  mine: stands === null ? author.time : null,
  theirs: other.value,
  result: stands,
  state: 'auto',
  forAccountId: author.accountId,
  devices: [author.deviceId, other.deviceId],
});

type Question = Omit<ConflictDraft, 'id' | 'entity' | 'rowId' | 'at'>;

/** Collects what one op does to one row; the row is copied at the first change only. */
class RowWriter {
  readonly #entity: Entity;
  readonly #before: Row;
  readonly #author: Author;
  #row: Row;
  readonly #changed: FieldChange[] = [];
  readonly #conflicts: ConflictDraft[] = [];
  readonly #left: string[] = [];

  constructor(entity: Entity, row: Row, author: Author) {
    this.#entity = entity;
    this.#before = row;
    this.#row = row;
    this.#author = author;
  }

  set(name: string, value: Json): void {
    const to = tidy(this.#entity, name, value);
    const from = valueAt(this.#row, name);
    if (sameJson(from, to)) return;
    const stamps = { ...this.#row.stamps, [name]: pendingStamp(this.#author) };
    this.#row = { ...withValue(this.#row, name, to), stamps, version: PENDING_VERSION };
    this.#changed.push({ field: name, from, to });
  }

  leave(name: string): void {
    this.#left.push(name);
  }

  conflict(question: Question): void {
    const { mutationId, time } = this.#author;
    const rowId = this.#before.id;
    this.#conflicts.push({
      ...question,
      id: conflictId(mutationId, rowId, question.field, question.forAccountId),
      entity: this.#entity.name,
      rowId,
      at: time,
    });
  }

  applied(): Applied {
    const changed = this.#row !== this.#before;
    const asked = this.#conflicts.some((draft) => draft.state === 'open');
    return {
      kind: asked ? 'review' : this.#conflicts.length > 0 ? 'merged' : 'applied',
      row: changed
        ? derive(
            { ...this.#row, updatedAt: Math.max(this.#row.updatedAt, this.#author.time) },
            this.#author,
            this.#before,
          )
        : this.#before,
      changed: this.#changed,
      conflicts: this.#conflicts,
      left: this.#left,
    };
  }
}

/** MG3: a task is completed when it comes to be done, and not any more when it leaves that. */
function derive(row: Row, author: Author, before?: Row): Row {
  if (!('completedAt' in row) || before?.status === row.status) return row;
  return { ...row, completedAt: row.status === 'done' ? author.time : null };
}

const nothing = (row: Row): Applied => ({ kind: 'applied', row, changed: [], conflicts: [], left: [] });

const pendingStamp = (author: Author): Stamp => [PENDING_VERSION, author.time, author.deviceId];

/** By name, so that every device settles fields in one order. */
const inOrder = (changes: Op['changes']): [string, Change][] =>
  Object.entries(changes).sort(([a], [b]) => (a < b ? -1 : 1));

/** Sets are stored sorted: equal sets are equal values. */
function tidy(entity: Entity, name: string, value: Json): Json {
  return fieldOf(entity, name)?.merge === 'set' && Array.isArray(value) ? ([...value].sort() as Json) : value;
}

/** The value that a change's name means: a field, `deletedAt`, or one custom value (null where absent). */
export function valueAt(row: Row, name: string): Json {
  if (!name.startsWith('custom.')) return (row[name] as Json | undefined) ?? null;
  const custom = (row.custom ?? {}) as { readonly [key: string]: Json };
  const key = name.slice('custom.'.length);
  return Object.hasOwn(custom, key) ? (custom[key] ?? null) : null;
}

function withValue(row: Row, name: string, value: Json): Row {
  if (!name.startsWith('custom.')) return { ...row, [name]: value };
  const { [name.slice('custom.'.length)]: _, ...rest } = (row.custom ?? {}) as {
    readonly [key: string]: Json;
  };
  return { ...row, custom: value === null ? rest : { ...rest, [name.slice('custom.'.length)]: value } };
}
