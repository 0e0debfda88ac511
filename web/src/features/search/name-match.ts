/** Names that fit what is typed: each word of it begins a word of the name. Pure. */
import { markedText, type Piece } from './marked';
import { askedTerms, termsOf } from './terms';

/** The name in pieces, or null where it does not fit. Nothing typed fits all. */
export function matchName(name: string, words: string): readonly Piece[] | null {
  const asked = askedTerms(words);
  const terms = termsOf(name).map(({ term }) => term);
  const matched = terms.filter((term) => asked.some((each) => term.startsWith(each)));
  if (!asked.every((each) => terms.some((term) => term.startsWith(each)))) return null;
  return markedText(name, new Set(matched), asked);
}
