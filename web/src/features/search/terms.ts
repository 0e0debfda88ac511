/**
 * Words of a text as search compares them, with where each stands: lower case, without accents, scripts that are
 * written without spaces in pairs of characters. Pure.
 */
export interface Term {
  readonly term: string;
  /** In the text as it was written. */
  readonly start: number;
  readonly end: number;
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu;
/** Runs of scripts that put no spaces between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]+/gu;
/** Accents of Latin, Greek and Cyrillic; points of Hebrew and Arabic. Other marks are letters of their own. */
const ACCENTS = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]/g;
/** Letters that are no letter with an accent, but are typed as one. */
const PLAIN: { readonly [letter: string]: string } = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
};
const NOT_PLAIN = /[ßøłđðþæœı]/g;
/** A pasted key or address is found by its beginning. */
const LONGEST = 40;

/** As two spellings of the same are compared. */
export function folded(text: string): string {
  const lower = text.toLowerCase();
  if (isAscii(lower)) return lower;
  return lower
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .normalize('NFC')
    .replace(NOT_PLAIN, (letter) => PLAIN[letter] ?? letter);
}

export function termsOf(text: string): Term[] {
  const terms: Term[] = [];
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (isAscii(word)) terms.push(termOf(word, index));
    else addParts(word, index, terms);
  }
  return terms;
}

/** Pairs are short by nature: a typo in one is another word. */
export const isPair = (term: string): boolean => term.search(UNSPACED) !== -1;

function addParts(word: string, at: number, into: Term[]): void {
  let spoken = 0;
  for (const { 0: run, index } of word.matchAll(UNSPACED)) {
    if (index > spoken) into.push(termOf(word.slice(spoken, index), at + spoken));
    addPairs(run, at + index, into);
    spoken = index + run.length;
  }
  if (spoken < word.length) into.push(termOf(word.slice(spoken), at + spoken));
}

/** 東京駅: 東京, 京駅, and 駅 alone, so that each character begins a term. */
function addPairs(run: string, at: number, into: Term[]): void {
  const letters = [...run];
  let start = at;
  for (const [i, letter] of letters.entries()) {
    const pair = letter + (letters[i + 1] ?? '');
    into.push({ term: folded(pair), start, end: start + pair.length });
    start += letter.length;
  }
}

const termOf = (word: string, start: number): Term => ({
  term: folded(word.length > LONGEST ? word.slice(0, LONGEST) : word),
  start,
  end: start + word.length,
});

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i += 1) if (text.charCodeAt(i) > 127) return false;
  return true;
}

/** What is asked for: of a run of pairs, its last character says nothing that the pairs do not. */
export function askedTerms(words: string): string[] {
  const terms = termsOf(words);
  const kept = terms.filter(
    ({ term, start }, i) =>
      i === 0 || [...term].length > 1 || !isPair(term) || terms[i - 1]?.end !== start + term.length,
  );
  return [...new Set(kept.map(({ term }) => term))];
}
