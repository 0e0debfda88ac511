/** The questions that merging left about one row, as a person decides them: field by field. Pure. */
import type { Conflict } from '@holdfast/shared/entities/conflict';
import { entityByName } from '@holdfast/shared/entities/index';
import { kindOf } from '../fields/field-words';
import type { Reader } from './diary';
import { diaryMessages } from './diary-messages';
import { headOf, type ReviewHead } from './review-head';
import { asksOf, fieldOf, type ReviewField } from './review-sides';
import { nameOfRow, type Standing } from './row-names';

export interface Review extends ReviewHead {
  readonly conflicts: readonly Conflict[];
  readonly row: Standing | null;
  /** The row's name. */
  readonly subject: string;
  /** The row is deleted: it can come back with the edit, or stay as it is. */
  readonly deleted: boolean;
  readonly fields: readonly ReviewField[];
  /** Two tasks, one with each version, are a way out too. */
  readonly canKeepBoth: boolean;
}

/** @param open the open questions about one row, the oldest first: at least one. */
export function reviewOf(open: readonly Conflict[], row: Standing | null, reader: Reader): Review {
  const deleted = row !== null && row.deletedAt !== null;
  const asks = open.flatMap((conflict) => asksOf(conflict, row));
  const names = [...new Set(asks.map((ask) => ask.field))].sort(byRegistry(open[0]?.entity ?? ''));
  const fields = names.map((field) =>
    fieldOf(
      asks.filter((ask) => ask.field === field),
      row,
      deleted,
      reader,
    ),
  );
  return {
    conflicts: open,
    row,
    subject: nameOfRow(row) ?? diaryMessages.get().notHere({ kind: kindOf(open[0]?.entity ?? 'task') }),
    ...headOf(open, fields, deleted, reader),
    deleted,
    fields,
    canKeepBoth:
      row !== null && !deleted && open[0]?.entity === 'task' && fields.some((one) => one.kind === 'text'),
  };
}

/** Fields in the order in which the registry names them. */
function byRegistry(entity: string): (a: string, b: string) => number {
  const order = Object.keys(entityByName(entity)?.fields ?? {});
  const at = (field: string) => {
    const index = order.indexOf(field.split('.', 1)[0] ?? '');
    return index < 0 ? order.length : index;
  };
  const first = (field: string) => (field === 'title' || field === 'name' ? -1 : at(field));
  return (a, b) => first(a) - first(b) || (a < b ? -1 : 1);
}
