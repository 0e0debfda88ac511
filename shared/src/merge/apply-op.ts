/**
 * The heart: one op on one row. The server, the local write and the rebase call this same function, so that what a
 * person sees at once is what everybody gets (spec MG1–MG14). Pure: no clock, no ids but derived ones.
 *
 * What needs other rows (references, cycles, roles) is checked before, by the caller that has them.
 */
import { type Entity, fieldOf, type Row } from '../entities/define-entity';
import { entityByName } from '../entities/index';
import { isDerivedId } from '../sync/ids';
import type { Change, Op } from '../sync/op';
import { reject } from '../sync/rejection';
import { patchDeleted, remove, restore } from './deletion';
import { sameJson } from './json';
import {
  type Applied,
  type ApplyResult,
  type Author,
  type ConcurrentChange,
  PENDING_VERSION,
} from './outcome';
import { pendingStamp } from './pending-row';
import { tidy, valueAt } from './row-values';
import { derive, nothing, RowWriter } from './row-writer';
import { sideBy } from './side-by';
import { isLater, settle } from './strategies';
import { isTombstone } from './tombstone';

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
  if (op.op === 'create')
    return row ? createAgain(entity, row, op, others, author) : create(entity, op, author);
  if (!row) return reject('not_found', `${op.entity}: absent`);
  if (op.op === 'delete') return remove(entity, row, op, others, author);
  if (op.op === 'restore') return restore(entity, row, op, others, author);
  return row.deletedAt === null
    ? patch(entity, row, op, others, author)
    : patchDeleted(entity, row, op, others, author);
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

/**
 * MG13: a derived id is the same row made twice; any other id that exists belongs to somebody else's row. Whoever had
 * not seen that it was deleted brings it back (decision 164); of a tombstone nothing is left to bring back.
 */
function createAgain(
  entity: Entity,
  row: Row,
  op: Op,
  others: readonly ConcurrentChange[],
  author: Author,
): ApplyResult {
  if (!isDerivedId(op.id)) return reject('reused', 'id: exists');
  const sawDeletion = !others.some((other) => other.field === 'deletedAt' && other.value !== null);
  if (row.deletedAt !== null && (sawDeletion || isTombstone(row))) return nothing(row);
  const writer = new RowWriter(entity, row, author);
  writer.set('deletedAt', null);
  for (const [name, change] of inOrder(op.changes)) {
    const stamp = row.stamps[name] ?? row.stamps._;
    // Of what nobody has given a value yet, the row's own creation says nothing, however late it was.
    const isUntouched = row.stamps[name] === undefined && isInitial(entity, name, row);
    if (!stamp || isUntouched || isLater(author, { time: stamp[1], deviceId: stamp[2] }))
      writer.set(name, change.to);
  }
  return writer.applied();
}

const isInitial = (entity: Entity, name: string, row: Row): boolean =>
  sameJson(valueAt(row, name), fieldOf(entity, name)?.initial ?? null);

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
    // The person whose value was not kept is told.
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
      devices: [sideBy(author), sideBy(other)],
    });
  }
  return writer.applied();
}

/** By name, so that every device settles fields in one order. */
const inOrder = (changes: Op['changes']): [string, Change][] =>
  Object.entries(changes).sort(([a], [b]) => (a < b ? -1 : 1));
