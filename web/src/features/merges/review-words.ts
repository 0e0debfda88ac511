/** An open question as one line of the sync centre. Pure. */

import { inARow, listed } from '../../words/list';
import type { Said } from '../../words/said';
import type { Review } from './review';
import { mergesWords } from './words';

/** "You and Ana both changed **T**" */
export function reviewSentence({
  people,
  deleted,
  deletedAt,
  subject,
}: Pick<Review, 'people' | 'deleted' | 'deletedAt' | 'subject'>): Said {
  const t = mergesWords.get();
  const [first = t.somebody, second] = people;
  if (deleted)
    return deletedAt === ''
      ? { words: t.deleted, blanks: { first, subject } }
      : { words: t.deletedAt, blanks: { first, subject, moment: deletedAt } };
  return second === undefined
    ? { words: t.changedOnTwo, blanks: { first, subject } }
    : { words: t.bothChanged, blanks: { first, second, subject } };
}

/** "You 09:14, Ana 09:20 · title, assignee" */
export function reviewMeta({ deleted, fields, times }: Pick<Review, 'deleted' | 'fields' | 'times'>): string {
  const names = fields.map((field) => field.name);
  return deleted
    ? mergesWords.get().yourChangeKept({ fields: listed(names) })
    : `${inARow(times)} · ${inARow(names)}`;
}
