/** What only this device has, in words, over all of a person's workspaces. Pass it to `useLive`. */
import type { Query } from '../../db/live';
import { type Said, saidWithin } from '../../words/said';
import { leftWords, liveLeftBehind } from '../sync/left-behind';
import { type ChangeLine, liveNeedsYou, liveWaiting } from '../sync/queries';
import { accountWords } from './words';

export interface Unsent {
  /** Waiting, refused, or kept from being sent. */
  readonly count: number;
  /** At most as many as asked for, the newest first. */
  readonly lines: readonly { readonly key: string; readonly said: Said }[];
}

export const liveUnsent =
  (workspaceIds: readonly string[], most: number): Query<Unsent> =>
  async (read) => {
    const waiting = await Promise.all(workspaceIds.map((id) => liveWaiting(id, most)(read)));
    const refused = (await Promise.all(workspaceIds.map((id) => liveNeedsYou(id)(read)))).flat();
    const left = await liveLeftBehind()(read);
    const sent = waiting.flatMap(({ lines }) => lines).sort((a, b) => b.at - a.at);
    const lines = [
      ...sent.map(lineOf),
      ...refused.map((group) => ({
        key: group.mutationIds[0] ?? '',
        said: saidWithin(accountWords.get().refused, 'what', group.words.said),
      })),
      ...left.map((one) => ({ key: one.key, said: { words: leftWords(one), blanks: {} } })),
    ];
    return {
      count: waiting.reduce((sum, { count }) => sum + count, 0) + refused.length + left.length,
      lines: lines.slice(0, most),
    };
  };

const lineOf = ({ mutationId, words }: ChangeLine) => ({
  key: mutationId,
  said: words.said,
});
