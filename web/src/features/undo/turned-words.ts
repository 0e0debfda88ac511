/** What undo or redo came to, in one or two plain sentences, and whose later change it left alone. Pure. */
import type { LeftAlone, Turned } from '../../db/done';
import { capital, midSentence } from '../../words/letter-case';
import { listed } from '../../words/list';
import { type Said, saidWithin } from '../../words/said';
import { theField, theKind } from '../fields/field-words';
import type { NameOf } from '../sync/change-words';
import { andMore } from '../sync/whole-words';
import { doneWords } from './done-words';
import { refusedWords } from './not-saved-words';
import { turnedMessages } from './turned-messages';

export interface TurnedWords {
  /** "Undone: completed {subject} to Fri 13 Mar and 2 more" */
  readonly said: Said;
  /** "The title stays: Ana has changed it since." */
  readonly stays: readonly string[];
}

/** @param others those who may have made a later change, by name */
export function turnedWords(
  turned: Turned,
  nameOf: NameOf,
  others: readonly string[],
  today: string,
): TurnedWords {
  const first = turned.to === 'undone' ? turned.entries.at(-1) : turned.entries[0];
  const did = first && doneWords(first, nameOf, today);
  const more = turned.entries.reduce(
    (sum, entry) => sum + 1 + (doneWords(entry, nameOf, today)?.words.more ?? 0),
    -1,
  );
  return {
    said: did ? outcomeOf(turned, andMore(did.said, more)) : { words: outcomeAlone(turned), blanks: {} },
    stays: [leftWords(turned.left, others), ...turned.refused.slice(0, 1).map(refusedWords)].filter(
      (words) => words !== '',
    ),
  };
}

function outcomeOf({ to, changed }: Turned, did: Said): Said {
  const t = turnedMessages.get();
  const [whole, nothing] = to === 'undone' ? [t.undone, t.notUndone] : [t.doneAgain, t.notDoneAgain];
  return saidWithin(changed > 0 ? whole : nothing, 'what', { ...did, words: midSentence(did.words) });
}

function outcomeAlone({ to, changed }: Turned): string {
  const t = turnedMessages.get();
  if (to === 'undone') return changed > 0 ? t.undoneAlone : t.notUndoneAlone;
  return changed > 0 ? t.doneAgainAlone : t.notDoneAgainAlone;
}

/** "The title and the due date stay: Ana has changed them since." "" for none. */
export function leftWords(left: readonly LeftAlone[], others: readonly string[]): string {
  if (left.length === 0) return '';
  const t = turnedMessages.get();
  const [count, fields] = fieldsOf(left);
  if (left.every((one) => one.byThisDevice)) return t.youChanged(count, { fields });
  const [who] = others;
  if (who === undefined) return t.youChangedElsewhere(count, { fields });
  return others.length === 1 ? t.changedBy(count, { fields, who }) : t.somebodyChanged(count, { fields });
}

/** The same, where only the names of the fields are known. "" for none. */
export function leftFieldsWords(left: readonly Pick<LeftAlone, 'entity' | 'field'>[]): string {
  if (left.length === 0) return '';
  const [count, fields] = fieldsOf(left);
  return turnedMessages.get().staysAsChanged(count, { fields });
}

/** How many, and "The title and the due date". */
function fieldsOf(left: readonly Pick<LeftAlone, 'entity' | 'field'>[]): readonly [number, string] {
  const fields = new Set(
    left.map(({ entity, field }) => (field === 'deletedAt' ? theKind(entity) : theField(entity, field))),
  );
  return [fields.size, capital(listed([...fields]))];
}
