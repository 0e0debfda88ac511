/** Texts as people change them, and which words they put in and took out. */
import type { Row } from '@holdfast/shared/entities/define-entity';
import type { Json } from '@holdfast/shared/entities/fields';
import type { OpIntent } from '../../../web/src/db/intent';
import type { Dice } from './dice';
import { type WordChange, wordsIn } from './journal';

/** Another text made of one: a word more, less, or other. */
export function retype(text: string, word: () => string, dice: Dice): string {
  const parts = text.split(' ').filter((part) => part !== '');
  const at = dice.int(parts.length + 1);
  const how = parts.length > 9 ? 3 : dice.int(8);
  if (how <= 3 && parts.length <= 9) parts.splice(at, 0, word());
  else if (how === 3) parts.splice(dice.int(parts.length), 2);
  else if (how === 4 && parts.length > 1) parts.splice(dice.int(parts.length), 1);
  else if (how === 5 && parts.length > 0) parts.splice(dice.int(parts.length), 1, word());
  else if (how === 6) parts.push(word());
  else parts.unshift(word());
  return parts.join(' ');
}

export const textChange = (row: Row, entity: string, field: string, to: string): WordChange => {
  const [old, fresh] = [wordsIn(row[field] as Json), wordsIn(to)];
  return {
    workspaceId: row.workspaceId,
    entity,
    rowId: row.id,
    field,
    inserted: fresh.filter((one) => !old.includes(one)),
    removed: old.filter((one) => !fresh.includes(one)),
  };
};

/** The words of a creation. */
export function created(
  entity: string,
  id: string,
  ws: string,
  values: { [field: string]: Json },
): WordChange[] {
  return Object.entries(values).flatMap(([field, value]) => {
    const inserted = wordsIn(value);
    return inserted.length === 0
      ? []
      : [{ workspaceId: ws, entity, rowId: id, field, inserted, removed: [] }];
  });
}

/** Of an undo. */
export function undoneTexts(undo: readonly OpIntent[], workspaceId: string): WordChange[] {
  return undo.flatMap((op) => {
    if (op.op !== 'patch') return [];
    return Object.entries(op.changes).flatMap(([field, { from, to }]) => {
      const [old, fresh] = [wordsIn(from), wordsIn(to)];
      const inserted = fresh.filter((one) => !old.includes(one));
      const removed = old.filter((one) => !fresh.includes(one));
      if (inserted.length + removed.length === 0) return [];
      // What comes back is not new: whether it stands is decided by who took it out.
      return [{ workspaceId, entity: op.entity, rowId: op.id, field, inserted: [], removed }];
    });
  });
}
