/** What became of a decision that another device made at the same time (MG10). Pure. */
import type { Mutation } from '@holdfast/shared/sync/op';
import { SETTLE } from './settle';
import { mergesWords } from './words';

/** "{subject} was decided on another device first."; null where nothing of the decision was left. */
export function decidedWords(
  mutation: Pick<Mutation, 'name' | 'ops'>,
  left: readonly string[],
): string | null {
  if (mutation.name !== SETTLE || left.length === 0) return null;
  const t = mergesWords.get();
  if (left.some((field) => field !== 'state')) return t.changedBeforeYours;
  const changed = mutation.ops.some((op) => op.entity !== 'conflict');
  return changed ? t.decidedTwice : t.decidedBefore;
}
