/** A text in pieces, those that answer the question marked. Pure. */
import { termsOf } from './terms';

export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

/** @param matched terms of the text that answered. @param asked what was typed: of a longer word its beginning is marked. */
export function markedText(text: string, matched: ReadonlySet<string>, asked: readonly string[]): Piece[] {
  const pieces: Piece[] = [];
  let said = 0;
  const say = (end: number, marked: boolean): void => {
    if (end <= said) return;
    const before = pieces.at(-1);
    const part = text.slice(said, end);
    if (before?.marked === marked) pieces[pieces.length - 1] = { text: before.text + part, marked };
    else pieces.push({ text: part, marked });
    said = end;
  };
  for (const { term, start, end } of termsOf(text)) {
    if (!matched.has(term)) continue;
    say(start, false);
    say(start + reach(text.slice(start, end), term, asked), true);
  }
  say(text.length, false);
  return pieces;
}

/** How much of the word was typed: all of it where it was found by a typo. Folding can change the length of a word. */
function reach(word: string, term: string, asked: readonly string[]): number {
  const typed = asked.filter((each) => term.startsWith(each)).map((each) => each.length);
  return typed.length === 0 || term.length !== word.length ? word.length : Math.max(...typed);
}

const BEFORE = 24;
const LENGTH = 110;

/** The stretch of a long text around its first match, in one line. */
export function snippet(text: string, matched: ReadonlySet<string>, asked: readonly string[]): Piece[] {
  const at = termsOf(text).find(({ term }) => matched.has(term))?.start ?? 0;
  const from = at <= BEFORE ? 0 : wordStart(text, at - BEFORE);
  const part = text.slice(from, from + LENGTH).replace(/\s+/gu, ' ');
  const pieces = markedText(part, matched, asked);
  return [
    ...(from > 0 ? [{ text: '…', marked: false }] : []),
    ...pieces,
    ...(from + LENGTH < text.length ? [{ text: '…', marked: false }] : []),
  ];
}

function wordStart(text: string, at: number): number {
  const space = text.slice(0, at + BEFORE).search(/\s\S*$/u);
  const next = text.indexOf(' ', at);
  return next !== -1 && next < at + BEFORE ? next + 1 : Math.max(at, space);
}
