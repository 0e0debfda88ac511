/** What became of a decision that another device made at the same time (MG10). Pure. */
import type { Mutation } from '@holdfast/shared/sync/op';
import { SETTLE } from './settle';
import { mergesWords } from './words';

/** The words around the row's name; null where nothing of the decision was left. */
export function decidedWords(
  mutation: Pick<Mutation, 'name' | 'ops'>,
  left: readonly string[],
): { readonly before: string; readonly after: string } | null {
  if (mutation.name !== SETTLE || left.length === 0) return null;
  if (left.some((field) => field !== 'state'))
    return {
      before: mergesWords.get().somebodyChanged,
      after: mergesWords.get().beforeYours,
    };
  const changed = mutation.ops.some((op) => op.entity !== 'conflict');
  return changed
    ? { before: '', after: mergesWords.get().decidedTwice }
    : { before: '', after: mergesWords.get().decidedBefore };
}
