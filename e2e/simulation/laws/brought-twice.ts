/**
 * After a restore a word can come twice: within the text of somebody who had seen it and went on writing, and with its
 * author's own edit, which goes out again. The server cannot tell this from two people who typed the same, and a word
 * too many is better than one that is gone. Excused only where both have come, or one of them waits on the device that
 * shows it. Both may be one author's, where the text that was gone on with held a word of somebody else: how the two had
 * been merged is gone with the history.
 */
import type { Mutation } from '@holdfast/shared/sync/op';
import type { Device } from '../world/device';
import { wordsIn } from '../world/journal';
import type { Evidence } from './evidence';

export function broughtTwice(
  { ledger, journal }: Pick<Evidence, 'ledger' | 'journal'>,
  rowId: string,
  field: string,
  word: string,
  /** What no request has brought yet. */
  waiting?: { readonly device: Device; readonly mutations: readonly Mutation[] },
): boolean {
  if (ledger.restores() === 0) return false;
  const deeds = [...journal.deeds.values()];
  const said = deeds.flatMap(({ id, device }) => {
    const mutation = ledger.said(id);
    return mutation ? [{ device, mutation }] : [];
  });
  const waits = waiting?.mutations.map((mutation) => ({ device: waiting.device, mutation })) ?? [];
  const texts = [...said, ...waits].flatMap(({ device, mutation }) =>
    mutation.ops.flatMap(({ id, changes }) => {
      const to = wordsIn(changes[field]?.to);
      return id === rowId && to.includes(word) ? [{ device, from: wordsIn(changes[field]?.from) }] : [];
    }),
  );
  if (new Set(texts.map(({ device }) => device)).size > 1) return true;
  const typedBy = (one: string, device: Device): boolean =>
    deeds.some((deed) => deed.device === device && deed.words.some(({ inserted }) => inserted.includes(one)));
  return texts.some(({ device, from }) => from.includes(word) && from.some((one) => !typedBy(one, device)));
}
