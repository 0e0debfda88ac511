/**
 * The two versions of a text that both sides rewrote, and both joined, as runs that say whose words they are. What
 * lies apart is joined in all three already. Pure.
 */
import { growTogether, mergePieces, type Piece } from '@holdfast/shared/merge/words';

export interface Run {
  readonly text: string;
  /** Whose words: `both` stands in either version. */
  readonly by: 'both' | 'yours' | 'other';
  /** Words of the origin that this side took out: shown struck, no part of the text. */
  readonly removed?: boolean;
}

export interface TextSides {
  readonly yours: readonly Run[];
  readonly other: readonly Run[];
  readonly joined: readonly Run[];
}

/** Null where nothing clashes: then there is nothing to choose word by word. */
export function textSides(
  origin: string,
  yours: string,
  other: string,
  yoursFirst: boolean,
): TextSides | null {
  const pieces = mergePieces(origin, yours, other, yoursFirst ? 'theirs' : 'mine');
  if (pieces.every((piece) => 'words' in piece)) return null;
  return {
    yours: runsOf(pieces, (runs, { mine, theirs, was }) => side(runs, 'yours', mine, theirs, was)),
    other: runsOf(pieces, (runs, { mine, theirs, was }) => side(runs, 'other', theirs, mine, was)),
    joined: runsOf(pieces, (runs, { mine, theirs }) => join(runs, mine, theirs, yoursFirst)),
  };
}

/** The text itself. */
export const textOf = (runs: readonly Run[]): string =>
  runs.map((run) => (run.removed ? '' : run.text)).join('');

type Clash = Exclude<Piece, { readonly words: unknown }>;

function runsOf(pieces: readonly Piece[], clash: (runs: Runs, clash: Clash) => void): readonly Run[] {
  const runs = new Runs();
  for (const piece of pieces) {
    if ('words' in piece) runs.add(piece.words, 'both');
    else clash(runs, piece);
  }
  return runs.list;
}

function side(
  runs: Runs,
  by: 'yours' | 'other',
  own: readonly string[],
  others: readonly string[],
  was: readonly string[],
): void {
  if (own.length === 0) {
    runs.removed(was, by);
    return;
  }
  const { head, tail } = common(own, others);
  runs.add(own.slice(0, head), 'both');
  runs.add(own.slice(head, own.length - tail), by);
  runs.add(own.slice(own.length - tail), 'both');
}

function join(runs: Runs, yours: readonly string[], other: readonly string[], yoursFirst: boolean): void {
  const { head, tail } = common(yours, other);
  runs.add(yours.slice(0, head), 'both');
  const both = [
    [yours.slice(head, yours.length - tail), 'yours'],
    [other.slice(head, other.length - tail), 'other'],
  ] as const;
  for (const [words, by] of yoursFirst ? both : both.toReversed()) {
    if (runs.endsIn(by === 'yours' ? 'other' : 'yours') && words.length > 0) runs.space(words);
    runs.add(words, by);
  }
  runs.add(yours.slice(yours.length - tail), 'both');
}

/** How many words both begin and end with. */
function common(
  a: readonly string[],
  b: readonly string[],
): { readonly head: number; readonly tail: number } {
  const most = Math.min(a.length, b.length);
  let head = 0;
  while (head < most && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < most - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  return { head, tail };
}

/** Collects words into runs; no two words grow together across them. */
class Runs {
  readonly list: Run[] = [];
  #last: string | undefined;

  add(words: readonly string[], by: Run['by']): void {
    if (words.length === 0) return;
    if (growTogether(this.#last, words[0])) this.#put(' ', 'both');
    this.#put(words.join(''), by);
    this.#last = words.at(-1);
  }

  removed(words: readonly string[], by: Run['by']): void {
    if (words.length > 0) this.list.push({ text: words.join(''), by, removed: true });
  }

  endsIn(by: Run['by']): boolean {
    return this.list.at(-1)?.by === by;
  }

  /** Between one side's words and the other's, where neither brings one. */
  space(next: readonly string[]): void {
    if (/\s$/.test(this.#last ?? ' ') || /^\s/.test(next[0] ?? ' ')) return;
    this.#put(' ', 'both');
    this.#last = ' ';
  }

  #put(text: string, by: Run['by']): void {
    const before = this.list.at(-1);
    if (before && before.by === by && !before.removed)
      this.list[this.list.length - 1] = { ...before, text: before.text + text };
    else this.list.push({ text, by });
  }
}
