import { editsOf } from './word-edits';
import { cutWords } from './words';

/** A stretch of a text that stood, came or went. */
export interface WordRun {
  readonly text: string;
  readonly how: 'kept' | 'added' | 'removed';
}

/**
 * What an edit did to a text, word by word: what went before what came in its place. `kept` and `added` joined are the
 * text after it, `kept` and `removed` the one before.
 */
export function changedWords(from: string, to: string): readonly WordRun[] {
  const base = cutWords(from);
  const runs: WordRun[] = [];
  const add = (words: readonly string[], how: WordRun['how']) => {
    if (words.length > 0) runs.push({ text: words.join(''), how });
  };
  let at = 0;
  for (const edit of editsOf(base, cutWords(to))) {
    add(base.slice(at, edit.start), 'kept');
    add(base.slice(edit.start, edit.end), 'removed');
    add(edit.words, 'added');
    at = edit.end;
  }
  add(base.slice(at), 'kept');
  return runs;
}
