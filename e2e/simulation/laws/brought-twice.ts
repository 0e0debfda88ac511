/**
 * After a restore a word can come twice: within the text of somebody who had seen it and went on writing, and with its
 * author's own edit, which goes out again. The server cannot tell this from two people who typed the same, and a word
 * too many is better than one that is gone. Excused only where both have come, or one of them waits on the device that
 * shows it.
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
  const says = (mutation: Mutation | undefined): boolean =>
    mutation?.ops.some(({ id, changes }) => id === rowId && wordsIn(changes[field]?.to).includes(word)) ??
    false;
  const by = [...journal.deeds.values()].filter(({ id }) => says(ledger.said(id)));
  const devices = new Set(by.map(({ device }) => device));
  if (waiting?.mutations.some(says)) devices.add(waiting.device);
  return devices.size > 1;
}
