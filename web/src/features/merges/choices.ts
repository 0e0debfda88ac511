/** What a person has chosen for each field of a review, and what comes of it. Pure. */
import type { Json } from '@holdfast/shared/entities/fields';
import type { Changes } from '@holdfast/shared/sync/op';
import type { Review } from './review';
import type { ReviewField } from './review-sides';
import { type Run, textOf } from './text-sides';

export interface Choice {
  /** Places in `sides`. Two only where both can be joined. */
  readonly taken: readonly number[];
  /** Words of the person's own, in place of what was taken. */
  readonly edited: string | null;
}

/** At first: both texts joined, where they can be; else what stands. Nothing is lost by just saving. */
export function firstChoice(field: ReviewField): Choice {
  if (field.joined) return { taken: [0, 1], edited: null };
  const stands = field.sides.findIndex((side) => side.stands);
  return { taken: [Math.max(0, stands)], edited: null };
}

/** Takes or leaves one version. What was edited gives way. */
export function choose(field: ReviewField, choice: Choice, at: number): Choice {
  if (!field.joined) return { taken: [at], edited: null };
  const taken = choice.taken.includes(at)
    ? choice.taken.filter((one) => one !== at)
    : [...choice.taken, at].sort();
  return { taken, edited: null };
}

export interface Result {
  readonly value: Json;
  readonly runs: readonly Run[] | null;
}

/** What everyone will get; null where nothing is chosen. */
export function resultOf(field: ReviewField, { taken, edited }: Choice): Result | null {
  if (edited !== null) return { value: edited, runs: null };
  if (taken.length === 2 && field.joined) return { value: textOf(field.joined), runs: field.joined };
  const side = field.sides[taken[0] ?? -1];
  return side ? { value: side.value, runs: side.runs } : null;
}

export type Choices = { readonly [field: string]: Choice };
export const choiceOf = (choices: Choices, field: ReviewField): Choice =>
  choices[field.field] ?? firstChoice(field);

/** From what is on screen to what was chosen; what is so already is left out by the write. */
export function changesOf(review: Review, choices: Choices): Changes {
  return Object.fromEntries(
    review.fields.flatMap((field) => {
      const result = resultOf(field, choiceOf(choices, field));
      return result ? [[field.field, { from: field.current, to: result.value }]] : [];
    }),
  );
}

/** The field that still has nothing chosen. */
export const undecided = (review: Review, choices: Choices): ReviewField | null =>
  review.fields.find((field) => resultOf(field, choiceOf(choices, field)) === null) ?? null;
