/**
 * Three-way merge of text, word by word (spec MG2).
 *
 * 1. Cut the origin and both versions into words.
 * 2. Find what each side changed against the origin (Myers' O(ND), from the library `diff`): first which words stayed,
 *    then what lies between them. A change that could stand in several places (from `a b` to `a b b`, which `b` is new?)
 *    is put in the first, so that equal changes are equal.
 * 3. Changes that lie apart are all taken. Two insertions at one place are both taken, the earlier first. Where an
 *    insertion touches what the other side rewrote, words that both typed stand once (of `12` made `12 mm` and `14 mm`:
 *    `14 mm`). Deletions join, and an insertion inside a deletion stays.
 * 4. Where both rewrote the same words, the later side's words stand and the merge says `clash`.
 */
import { type Edit, editsOf } from './word-edits';

export interface Merged {
  readonly value: string;
  /** Both sides rewrote the same words, so the earlier side's words are not in `value`. */
  readonly clash: boolean;
}

export type Side = 'mine' | 'theirs';

/** One character of a script that is written without spaces. */
const DENSE = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}]';
const WORD_RUN = `(?:(?!${DENSE})[\\p{L}\\p{M}\\p{N}])+`;
const TOKEN = new RegExp(`${DENSE}|${WORD_RUN}|[^\\S\\r\\n]+|[^]`, 'gu');
const IS_WORD = new RegExp(`^${WORD_RUN}$`, 'u');

/** With more pairs of words than this, two insertions are not compared and both stand. Only lengths decide, so every device decides alike. */
const MAX_COMPARED = 1_000_000;

/** Cuts text into the contract's words; joined again they are the text. Never inside a code point. */
export const cutWords = (text: string): string[] => text.match(TOKEN) ?? [];

/** @param later the side whose words stand where both rewrote the same ones. */
export function mergeWords(origin: string, mine: string, theirs: string, later: Side): Merged {
  if (mine === theirs || theirs === origin) return { value: mine, clash: false };
  if (mine === origin) return { value: theirs, clash: false };
  const pieces = mergePieces(origin, mine, theirs, later);
  return {
    value: joinPieces(pieces, (piece) => [piece[later]]),
    clash: pieces.some((piece) => !('words' in piece)),
  };
}

/** A stretch of the merged text: words that both have by now, or the two sides' words for one place. */
export type Piece =
  | { readonly words: readonly string[] }
  | { readonly mine: readonly string[]; readonly theirs: readonly string[]; readonly was: readonly string[] };

/** The merge, not yet decided where both rewrote the same words. */
export function mergePieces(origin: string, mine: string, theirs: string, later: Side): Piece[] {
  const base = cutWords(origin);
  const edits = { mine: editsOf(base, cutWords(mine)), theirs: editsOf(base, cutWords(theirs)) };
  const pieces: Piece[] = [];
  let at = 0;
  for (const region of sayOnce(regionsOf(edits.mine, edits.theirs))) {
    pieces.push({ words: base.slice(at, region.start) }, mergeRegion(base, region, later));
    at = region.end;
  }
  pieces.push({ words: base.slice(at) });
  return pieces;
}

/** Joins the pieces into one text. `choose` decides where the sides differ. Two words never grow together into a third. */
export function joinPieces(
  pieces: readonly Piece[],
  choose: (piece: Exclude<Piece, { words: unknown }>) => readonly (readonly string[])[],
): string {
  const out = new Joiner();
  for (const piece of pieces)
    for (const words of 'words' in piece ? [piece.words] : choose(piece)) out.add(words);
  return out.text();
}

/** A stretch of the origin whose edits touch each other. */
interface Region {
  readonly start: number;
  end: number;
  readonly mine: Edit[];
  readonly theirs: Edit[];
}

function regionsOf(mine: readonly Edit[], theirs: readonly Edit[]): Region[] {
  const all = [
    ...mine.map((edit) => ({ edit, side: 'mine' as const })),
    ...theirs.map((edit) => ({ edit, side: 'theirs' as const })),
  ].sort((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end);
  const regions: Region[] = [];
  for (const { edit, side } of all) {
    const last = regions.at(-1);
    const touches =
      last &&
      (edit.start < last.end ||
        (edit.start === last.start && edit.end === edit.start && last.end === last.start));
    const region = touches ? last : { start: edit.start, end: edit.end, mine: [], theirs: [] };
    if (!touches) regions.push(region);
    region.end = Math.max(region.end, edit.end);
    region[side].push(edit);
  }
  return regions;
}

/** Regions that touch, an insertion of one side and a rewriting of the other: what both typed there stands once. */
function sayOnce(regions: readonly Region[]): readonly Region[] {
  for (const [index, second] of regions.entries()) {
    const first = regions[index - 1];
    if (first?.end !== second.start) continue;
    const [before, after] = [onlyEdit(first), onlyEdit(second)];
    if (!before || !after || before.side === after.side) continue;
    const [insertion, rewriting] = before.isInsertion ? [before, after] : [after, before];
    if (!insertion.isInsertion || rewriting.isInsertion || rewriting.words.length === 0) continue;
    if (holds(rewriting.words, insertion.words)) insertion.becomes([]);
    else if (holds(insertion.words, rewriting.words)) rewriting.becomes([]);
    else {
      const both = overlap(before.words, after.words);
      const { words } = insertion;
      insertion.becomes(insertion === before ? words.slice(0, words.length - both) : words.slice(both));
    }
  }
  return regions;
}

/** The edit of a region that only one side touched. */
function onlyEdit({ mine, theirs }: Region) {
  const [list, side] = mine.length > 0 ? [mine, 'mine'] : [theirs, 'theirs'];
  const [edit] = list;
  if (!edit || mine.length + theirs.length > 1) return null;
  const { start, end, words } = edit;
  const becomes = (fewer: readonly string[]) => list.splice(0, 1, { start, end, words: fewer });
  return { side, words, isInsertion: start === end, becomes };
}

/** How many words both end the first and begin the second; 0 if they are only spaces and signs. */
function overlap(first: readonly string[], second: readonly string[]): number {
  if (first.length * second.length > MAX_COMPARED) return 0;
  for (let size = Math.min(first.length, second.length) - 1; size > 0; size--) {
    const shared = second.slice(0, size);
    if (sameWords(first.slice(first.length - size), shared))
      return shared.some((word) => IS_WORD.test(word)) ? size : 0;
  }
  return 0;
}

/** The merged region, or both sides of it where both rewrote the same words. */
function mergeRegion(base: readonly string[], region: Region, later: Side): Piece {
  if (region.theirs.length === 0 || region.mine.length === 0)
    return { words: rewrite(base, region, region.mine.length > 0 ? region.mine : region.theirs) };
  const mine = rewrite(base, region, region.mine);
  const theirs = rewrite(base, region, region.theirs);
  if (sameWords(mine, theirs)) return { words: mine };
  if ([...region.mine, ...region.theirs].every((edit) => edit.words.length === 0 || edit.start === edit.end))
    return { words: joinInsertsAndDeletes(base, region, later) };
  return { mine, theirs, was: base.slice(region.start, region.end) };
}

function rewrite(base: readonly string[], region: Region, edits: readonly Edit[]): string[] {
  let words: string[] = [];
  let at = region.start;
  for (const edit of edits) {
    words = words.concat(base.slice(at, edit.start), edit.words);
    at = edit.end;
  }
  return words.concat(base.slice(at, region.end));
}

function joinInsertsAndDeletes(base: readonly string[], region: Region, later: Side): readonly string[] {
  const out = new Joiner();
  const inOrder = later === 'mine' ? [region.theirs, region.mine] : [region.mine, region.theirs];
  for (let at = region.start; at <= region.end; at++) {
    const inserts = inOrder.flatMap((edits) =>
      edits.filter((edit) => edit.start === at && edit.words.length > 0),
    );
    const [first, second] = inserts;
    // Who typed the same and more has both: nobody's words twice.
    if (first && !(second && holds(second.words, first.words))) out.add(first.words);
    if (second && !(first && !holds(second.words, first.words) && holds(first.words, second.words)))
      out.add(second.words);
    const deleted = inOrder.flat().some((edit) => edit.start <= at && at < edit.end);
    if (at < region.end && !deleted) out.add(base.slice(at, at + 1));
  }
  return out.words;
}

const sameWords = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((word, index) => word === b[index]);

/** True where `part` stands in `words` in one piece. */
const holds = (words: readonly string[], part: readonly string[]): boolean =>
  words.length * part.length <= MAX_COMPARED &&
  words.some((_, at) => part.every((word, index) => words[at + index] === word));

/** Whether two words, put side by side, would become a third that nobody wrote. */
export const growTogether = (last: string | undefined, first: string | undefined): boolean =>
  first !== undefined && last !== undefined && IS_WORD.test(first) && IS_WORD.test(last);

/** Joins pieces of different origin so that no two words grow together into a third that nobody wrote. */
class Joiner {
  readonly words: string[] = [];

  text(): string {
    return this.words.join('');
  }

  add(words: readonly string[]): void {
    const [first] = words;
    const last = this.words.at(-1);
    if (growTogether(last, first)) this.words.push(' ');
    // One by one: a spread of many thousand words would overflow the stack.
    for (const word of words) this.words.push(word);
  }
}
