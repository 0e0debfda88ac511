/** An open question as one line of the sync centre. Pure. */
import type { Review } from './review';

/** "You and Ana both changed **T**": the words around the name. */
export function reviewSentence(review: Pick<Review, 'people' | 'deleted' | 'deletedAt'>): {
  readonly before: string;
  readonly after: string;
} {
  const [first = 'Somebody', second] = review.people;
  if (review.deleted)
    return { before: `${first} deleted`, after: review.deletedAt && ` at ${review.deletedAt}` };
  return second === undefined
    ? { before: `${first} changed`, after: ' on two devices' }
    : { before: `${first} and ${second} both changed`, after: '' };
}

/** "You 09:14, Ana 09:20 · title, assignee" */
export function reviewMeta(review: Pick<Review, 'deleted' | 'fields' | 'times'>): string {
  const fields = review.fields.map((field) => field.label.toLowerCase()).join(', ');
  if (review.deleted) return `Your change of the ${fields} is kept here.`;
  return `${review.times.join(', ')} · ${fields}`;
}
