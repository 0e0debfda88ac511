import type { Entity, Row } from '../entities/define-entity';
import type { Json } from '../entities/fields';
import { conflictId } from '../sync/ids';
import { sameJson } from './json';
import { type Applied, type Author, type ConflictDraft, type FieldChange, PENDING_VERSION } from './outcome';
import { pendingStamp } from './pending-row';
import { tidy, valueAt, withValue } from './row-values';

/** A conflict's row but for what follows from its place and its author. */
export type Question = Omit<ConflictDraft, 'id' | 'entity' | 'rowId' | 'at'>;

/** Collects what one op does to one row; the row is copied at the first change only. */
export class RowWriter {
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
export function derive(row: Row, author: Author, before?: Row): Row {
  if (!('completedAt' in row) || before?.status === row.status) return row;
  return { ...row, completedAt: row.status === 'done' ? author.time : null };
}

/** An op without effect on the row. */
export const nothing = (row: Row): Applied => ({
  kind: 'applied',
  row,
  changed: [],
  conflicts: [],
  left: [],
});
