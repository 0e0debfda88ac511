/** What was done here, in words: "Completed **Pay rent**". Pure. */
import type { Op } from '@holdfast/shared/sync/op';
import type { OpIntent } from '../../db/intent';
import type { DoneEntry } from '../../db/local-store';
import type { Said } from '../../words/said';
import { type ChangeWords, changeWords, type NameOf } from '../sync/change-words';
import { wholeWords } from '../sync/whole-words';

export interface DoneWords {
  readonly words: ChangeWords;
  /** With where it led: "Moved {subject} to Boat shed". */
  readonly said: Said;
}

export function doneWords(
  entry: Pick<DoneEntry, 'name' | 'state' | 'turn'>,
  nameOf: NameOf,
  today: string,
): DoneWords | null {
  const did = { name: entry.name, ops: opsDone(entry) };
  const words = changeWords(did, nameOf);
  return words && { words, said: wholeWords(did, words, nameOf, today) };
}

/** While it stands its `turn` leads back; once it is undone, forth. */
function opsDone({ state, turn }: Pick<DoneEntry, 'state' | 'turn'>): readonly Op[] {
  return state === 'undone' ? turn.map(toOp) : turn.toReversed().map((op) => toOp(inverse(op)));
}

const INVERSE = { delete: 'restore', restore: 'delete' } as const;

function inverse(op: OpIntent): OpIntent {
  if (op.op === 'create') return { op: 'delete', entity: op.entity, id: op.id, base: 0 };
  if (op.op !== 'patch') return { ...op, op: INVERSE[op.op] };
  const changes = Object.entries(op.changes).map(([field, { from, to }]) => [field, { from: to, to: from }]);
  return { ...op, changes: Object.fromEntries(changes) };
}

function toOp(op: OpIntent): Op {
  const changes =
    op.op === 'patch'
      ? op.changes
      : op.op === 'create'
        ? Object.fromEntries(Object.entries(op.values).map(([field, to]) => [field, { from: null, to }]))
        : {};
  return { op: op.op, entity: op.entity, id: op.id, base: 0, after: null, guard: true, changes };
}
