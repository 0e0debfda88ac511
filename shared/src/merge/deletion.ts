/** MG9: delete, restore, and the edit that meets a deletion, in either order. */
import type { ConflictSide } from '../entities/conflict';
import { type Entity, fieldOf, type Row } from '../entities/define-entity';
import type { Op } from '../sync/op';
import { reject } from '../sync/rejection';
import type { Applied, ApplyResult, Author, ConcurrentChange } from './outcome';
import { type Question, RowWriter } from './row-writer';
import { sideBy } from './side-by';
import { isLater } from './strategies';
import { isTombstone } from './tombstone';

/** The edit that comes after the deletion: the row stays deleted, the edit is kept whole for its author. */
export function patchDeleted(
  entity: Entity,
  row: Row,
  op: Op,
  others: readonly ConcurrentChange[],
  author: Author,
): Applied {
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
    devices: [sideBy(author), deletedBy(row, others)],
  });
  return writer.applied();
}

/** The deletion that comes after edits: it deletes, and each editor's edit is kept for them. */
export function remove(
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
      devices: [sideBy(theirs.at(-1)), sideBy(author)],
    });
  }
  return writer.applied();
}

/** Restore against delete: the later wins. */
export function restore(
  entity: Entity,
  row: Row,
  op: Op,
  others: readonly ConcurrentChange[],
  author: Author,
): ApplyResult {
  if (isTombstone(row)) return reject('not_found', `${entity.name}: deleted too long ago`);
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
  devices: [sideBy(author), sideBy(other)],
});

/** Who deleted the row. Where the history does not reach back, the row's stamp still gives device and time. */
function deletedBy(row: Row, others: readonly ConcurrentChange[]): ConflictSide {
  const deletion = others.filter((other) => other.field === 'deletedAt').at(-1);
  const [, time = row.deletedAt ?? 0, deviceId = ''] = row.stamps.deletedAt ?? [];
  return sideBy(deletion ?? { time, deviceId, accountId: '' });
}
