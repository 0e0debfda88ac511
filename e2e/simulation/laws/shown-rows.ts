/** What the view of a row may not hold: a word twice, or what is on its way once more where the row holds it already. */
import type { Json } from '@holdfast/shared/entities/fields';
import { sameJson } from '@holdfast/shared/merge/json';
import type { Mutation } from '@holdfast/shared/sync/op';
import type { OutboxEntry } from '../../../web/src/db/local-store';
import type { LocalState } from '../../../web/src/db/memory-store';
import type { Device } from '../world/device';
import { wordsIn } from '../world/journal';
import { broughtTwice } from './brought-twice';
import type { Evidence } from './evidence';
import { standing } from './local-rows';

/** Fields whose value is one thing: no two edits of them can be joined. */
export const SCALARS = [
  'status',
  'priority',
  'dueOn',
  'assigneeId',
  'projectId',
  'deletedAt',
  'name',
  'state',
];

/** Every word of the simulation was typed once. */
export function onceEachWord(
  { laws, ledger, journal }: Evidence,
  device: Device,
  after: LocalState,
  key: string,
): void {
  const row = after.rows.get(key);
  if (!row) return;
  // After a restore the view of what goes out again is an estimate, until its result comes. So is that of what a copy
  // of the profile has sent before this one, or of what this one does not know to have sent.
  const isEstimate = (entry: OutboxEntry): boolean =>
    (entry.again !== undefined || device.wasCopied || isForgotten(ledger, device, entry)) &&
    entry.rows.includes(key);
  if ([...after.outbox.values()].some(isEstimate)) return;
  for (const field of ['title', 'description', 'body'] as const) {
    const words = wordsIn(row[field] as Json);
    const twice = words.filter((word, at) => words.indexOf(word) !== at);
    const waiting = { device, mutations: [...after.outbox.values()].map(({ mutation }) => mutation) };
    if (twice.some((word) => !broughtTwice({ ledger, journal }, row.id, field, word, waiting)))
      laws.broken('no-word-twice', `${device.name} shows ${field} of ${row.id} as: ${String(row[field])}`);
  }
}

/**
 * Sent, and only its result will tell that it is in: numbered anew since, unanswered, or the disk lost what it had said
 * was safe. Of what was answered once and goes out again, the device knows when it was in.
 */
function isForgotten(ledger: Evidence['ledger'], device: Device, entry: OutboxEntry): boolean {
  const sent = ledger.said(entry.mutation.id);
  if (sent === undefined || entry.again !== undefined) return false;
  return sent.seq !== entry.seq || (device.diskLied && entry.frozen === 0);
}

/** H20: where the row that came holds everything that is on its way, it is what is shown. */
export function nothingTwiceInView(
  { laws, ledger }: Evidence,
  device: Device,
  after: LocalState,
  key: string,
): void {
  const confirmed = after.confirmed.get(key);
  const view = after.rows.get(key);
  // Under another device id a pull cannot tell what it had answered.
  if (!confirmed || !view || device.wasCopied || device.ids.size > 1 || ledger.restores() > 0) return;
  if ([...after.outbox.values()].some((entry) => isForgotten(ledger, device, entry))) return;
  const changes = ledger.changesOf(key);
  const isIn = ({ mutation }: { readonly mutation: Mutation }): boolean =>
    changes.some((one) => one.mutationId === mutation.id && one.version <= confirmed.version);
  const pending = [...after.outbox.values(), ...after.acked.values()].filter(
    (entry) => entry.rows.includes(key) && !('passed' in entry && entry.passed === 1),
  );
  if (!pending.every(isIn)) return;
  for (const field of [...SCALARS, 'title', 'description'])
    if (!sameJson((view[field] as Json) ?? null, (confirmed[field] as Json) ?? null))
      laws.broken(
        'nothing-twice-in-view',
        `${device.name} shows ${field} of ${key} as ${JSON.stringify(view[field])}, the row that holds it has ${JSON.stringify(confirmed[field])} ${standing(after, key)}`,
      );
}
