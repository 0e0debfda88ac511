/**
 * A further edit of the same field folds into an entry that is not on its way yet (CL2): first `from`, last `to`.
 * Pure. What folds: one patch on one row, into the last entry of that row, which is one op on it and was made on
 * the row's confirmed version, as was this edit.
 */
import { type Entity, fieldOf, type Row } from '@holdfast/shared/entities/define-entity';
import { entityByName } from '@holdfast/shared/entities/index';
import { sameJson } from '@holdfast/shared/merge/json';
import { valueAt } from '@holdfast/shared/merge/row-values';
import type { Change, Op } from '@holdfast/shared/sync/op';
import type { OutboxEntry } from './local-store';

/** What a write would fold into, and what it looks like then. */
export interface FoldInput {
  readonly name: string;
  readonly ops: readonly Op[];
  /** The last entry that touches the row. */
  readonly last: OutboxEntry | undefined;
  /** The row's confirmed version, 0 where the server has none yet. */
  readonly confirmedVersion: number;
  /** When the edit was made, epoch milliseconds. */
  readonly at: number;
  /** The row after the edit. */
  readonly after: Row;
  /** The row as it would be shown without the last entry. */
  readonly below: () => Row | null;
}

/** The entry with the edit folded in, or null where it must be an entry of its own. */
export function fold({ name, ops, last, confirmedVersion, at, after, below }: FoldInput): OutboxEntry | null {
  const [edit, ...more] = ops;
  const [op, ...others] = last?.mutation.ops ?? [];
  if (!last || !op || !edit || more.length > 0 || others.length > 0) return null;
  if (last.frozen === 1 || edit.op !== 'patch' || (op.op !== 'patch' && op.op !== 'create')) return null;
  if (edit.base !== confirmedVersion || op.base !== confirmedVersion) return null;
  const sameKind = last.mutation.name === name && op.guard === edit.guard;
  if (op.op === 'patch' && !sameKind && !takesBack(name, edit, op)) return null;
  const entity = entityByName(edit.entity);
  if (!entity) return null;
  const fields = Object.keys(edit.changes);
  if (!fields.every((field) => folds(entity, op, field))) return null;
  if (op.op === 'patch' && !isMadeOn(below(), op, fields)) return null;

  const changes: { [field: string]: Change } = { ...op.changes };
  for (const field of fields) {
    const from = op.op === 'create' ? null : (op.changes[field]?.from ?? null);
    const to = valueAt(after, field);
    // Back where it was: nothing to say, and nothing to overwrite somebody else's edit with.
    if (op.op === 'patch' && sameJson(from, to)) delete changes[field];
    else changes[field] = { from, to };
  }
  // As late as its last tap (MG8). A creation keeps its time: it stays before what refers to it.
  const time = op.op === 'patch' ? Math.max(last.mutation.at, at) : last.mutation.at;
  return { ...last, folded: true, mutation: { ...last.mutation, at: time, ops: [{ ...op, changes }] } };
}

/**
 * Undo of what nobody has seen yet folds into it: sent apart, the change that was taken back could still meet somebody
 * else's and raise a question. Its guard was judged on the same row that the change was made on.
 */
const takesBack = (name: string, edit: Op, op: Op): boolean =>
  name === 'change.undo' && edit.guard && !op.guard;

/**
 * The entry's author saw what stood below it. From an editor that was open longer (CL1) it was merged with what came
 * between: then `from` and what is shown are no change of one author, and would bring what came between once more.
 */
const isMadeOn = (below: Row | null, op: Op, fields: readonly string[]): boolean =>
  below !== null && fields.every((field) => sameJson(valueAt(below, field), op.changes[field]?.from ?? null));

/** It was folded until nothing was left of it: there is nothing to send. */
export const isNothing = ({ mutation }: OutboxEntry): boolean =>
  mutation.ops.every((op) => op.op === 'patch' && Object.keys(op.changes).length === 0);

/**
 * A reference may name a row that was made after the entry: it stays behind that row's creation. Into a creation
 * every other field folds; custom values only where they came with it.
 */
function folds(entity: Entity, op: Op, field: string): boolean {
  if (fieldOf(entity, field)?.references) return false;
  return op.op === 'create' ? !field.startsWith('custom.') : Object.hasOwn(op.changes, field);
}
