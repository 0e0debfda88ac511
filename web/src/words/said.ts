/**
 * A message with what fills its blanks, kept apart: a screen marks what it fills in (`ui/say.tsx`), a reader gets the
 * text. Templates are put into templates, never into what people wrote. Pure.
 */
import { language } from './language';
import { fillIn } from './message';

export interface Said {
  /** "Completed {subject}" */
  readonly words: string;
  readonly blanks: { readonly [blank: string]: string };
}

/** The whole as plain text. */
export const saidText = ({ words, blanks }: Said): string => fillIn(language.get(), words, blanks);

/** One sentence within another: in "Undone: {what}" the sentence `inner` stands for `{what}`. */
export const saidWithin = (outer: string, blank: string, inner: Said): Said => ({
  ...inner,
  words: outer.replace(`{${blank}}`, () => inner.words),
});
