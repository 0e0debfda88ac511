/**
 * What an edit did to a text: which words were replaced by which. Words are matched first, and the spaces and signs
 * between them afterwards. Otherwise two equal spaces would count as much as a word, and a word that stayed could be
 * taken for one that was deleted and typed again.
 */
import { diffArrays } from 'diff/lib/diff/array.js';

/**
 * Beyond so many edits the whole changed middle counts as one rewrite: keeps a hostile text from costing more than
 * some milliseconds, and both texts are kept for the author either way.
 */
const MAX_EDITS = 1000;
const SOLID = /[\p{L}\p{M}\p{N}]/u;

/** Words `start` to `end` of the origin give way to `words`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly words: readonly string[];
}

/** What a side changed against the origin, in order. */
export function editsOf(base: readonly string[], side: readonly string[]): Edit[] {
  let head = 0;
  while (head < base.length && head < side.length && base[head] === side[head]) head++;
  let tail = 0;
  const room = Math.min(base.length, side.length) - head;
  while (tail < room && base[base.length - 1 - tail] === side[side.length - 1 - tail]) tail++;
  const oldWords = base.slice(head, base.length - tail);
  const newWords = side.slice(head, side.length - tail);
  if (oldWords.length === 0 && newWords.length === 0) return [];
  const steps = stepsBetween(oldWords, newWords);
  if (!steps) return [{ start: head, end: base.length - tail, words: newWords }];
  const edits: Edit[] = [];
  let at = head;
  let open: { start: number; end: number; words: string[] } | null = null;
  for (const step of steps) {
    if (step.how === 'kept') {
      if (open) edits.push(toTheLeft(base, open, edits.at(-1)));
      open = null;
      at += step.words.length;
      continue;
    }
    open ??= { start: at, end: at, words: [] };
    if (step.how === 'added') open.words = open.words.concat(step.words);
    else {
      at += step.words.length;
      open.end = at;
    }
  }
  if (open) edits.push(toTheLeft(base, open, edits.at(-1)));
  return edits;
}

interface Step {
  readonly how: 'kept' | 'added' | 'removed';
  readonly words: readonly string[];
}

/** The steps from the old words to the new ones; null if too much differs. */
function stepsBetween(oldWords: readonly string[], newWords: readonly string[]): Step[] | null {
  const anchors = stayed(oldWords, newWords);
  if (!anchors) return null;
  const steps: Step[] = [];
  let [oldAt, newAt] = [0, 0];
  for (const [oldTo, newTo] of [...anchors, [oldWords.length, newWords.length] as const]) {
    const [gone, come] = [oldWords.slice(oldAt, oldTo), newWords.slice(newAt, newTo)];
    const between = diff(gone, come) ?? [
      { how: 'removed', words: gone },
      { how: 'added', words: come },
    ];
    for (const step of between) steps.push(step);
    steps.push({ how: 'kept', words: oldWords.slice(oldTo, oldTo + 1) });
    [oldAt, newAt] = [oldTo + 1, newTo + 1];
  }
  return steps;
}

/** The places, in the old words and in the new ones, of each word that stayed. */
function stayed(
  oldWords: readonly string[],
  newWords: readonly string[],
): (readonly [number, number])[] | null {
  const [oldPlaces, newPlaces] = [solidIn(oldWords), solidIn(newWords)];
  const wordAt = (words: readonly string[]) => (place: number) => words[place] ?? '';
  const steps = diff(oldPlaces.map(wordAt(oldWords)), newPlaces.map(wordAt(newWords)));
  if (!steps) return null;
  const anchors: (readonly [number, number])[] = [];
  let [old, fresh] = [0, 0];
  for (const { how, words } of steps) {
    if (how === 'kept')
      for (const [n] of words.entries()) anchors.push([oldPlaces[old + n] ?? 0, newPlaces[fresh + n] ?? 0]);
    if (how !== 'added') old += words.length;
    if (how !== 'removed') fresh += words.length;
  }
  return anchors;
}

const solidIn = (words: readonly string[]): number[] =>
  words.flatMap((word, place) => (isSolid(word) ? [place] : []));

/** More than a space or a sign. */
const isSolid = (word: string): boolean => SOLID.test(word);

function diff(oldWords: readonly string[], newWords: readonly string[]): Step[] | null {
  if (oldWords.length === 0 && newWords.length === 0) return [];
  const parts = diffArrays([...oldWords], [...newWords], { maxEditLength: MAX_EDITS });
  return (
    parts?.map(({ added, removed, value }) => ({
      how: added ? 'added' : removed ? 'removed' : 'kept',
      words: value,
    })) ?? null
  );
}

/** A pure insertion or deletion as far to the left as it means the same, apart from the edit before it. */
function toTheLeft(base: readonly string[], edit: Edit, before: Edit | undefined): Edit {
  const least = before ? before.end + 1 : 0;
  const { start, end, words } = edit;
  const { length } = words;
  let by = 0;
  if (start === end)
    while (start - by > least && words[length - 1 - (by % length)] === base[start - by - 1]) by++;
  else if (length === 0) while (start - by > least && base[start - by - 1] === base[end - by - 1]) by++;
  if (by === 0) return edit;
  const turned = length === 0 ? 0 : length - (by % length);
  return { start: start - by, end: end - by, words: [...words.slice(turned), ...words.slice(0, turned)] };
}
