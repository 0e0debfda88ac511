/** An open question as one line of the sync centre. Pure. */
import type { Review } from './review';
import { mergesWords } from './words';

/** "You and Ana both changed **T**": the words around the name. */
export function reviewSentence(review: Pick<Review, 'people' | 'deleted' | 'deletedAt'>): {
  readonly before: string;
  readonly after: string;
} {
  const [first = mergesWords.get().somebody, second] = review.people;
  if (review.deleted)
    return {
      before: mergesWords.get().deleted({ first }),
      after: review.deletedAt && ` at ${review.deletedAt}`,
    };
  return second === undefined
    ? { before: mergesWords.get().changed({ first }), after: mergesWords.get().onTwoDevices }
    : { before: mergesWords.get().bothChanged({ first, second }), after: '' };
}

/** "You 09:14, Ana 09:20 · title, assignee" */
export function reviewMeta(review: Pick<Review, 'deleted' | 'fields' | 'times'>): string {
  const fields = review.fields.map((field) => field.label.toLowerCase()).join(', ');
  if (review.deleted) return mergesWords.get().yourChangeKept({ fields });
  return `${review.times.join(', ')} · ${fields}`;
}
