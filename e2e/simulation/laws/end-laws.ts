/** What must hold when all faults are over and everything has come to rest. */
import type { Json } from '@holdfast/shared/entities/fields';
import { isTombstone } from '@holdfast/shared/merge/tombstone';
import { isDerivedId } from '@holdfast/shared/sync/ids';
import type { Device } from '../world/device';
import { type Deed, wordsIn } from '../world/journal';
import { compare } from './at-head';
import type { Books } from './books';
import { broughtTwice } from './brought-twice';
import type { Evidence } from './evidence';
import { decisionsStand, heldIsKept } from './hold-end';
import type { Laws } from './laws';
import { positionOf } from './local-rows';

export interface EndOptions extends Evidence {
  readonly devices: readonly Device[];
  readonly workspaceIds: readonly string[];
  readonly isMember: (workspaceId: string, accountId: string) => boolean;
}

export function judgeTheEnd(options: EndOptions): void {
  const { laws, devices, workspaceIds, isMember } = options;
  for (const device of devices)
    for (const id of workspaceIds)
      if (isMember(id, device.accountId)) inStep(options, device, id);
      else holdsNothing(laws, device, id);
  everyDeedStands(options);
  decisionsStand(options);
  heldIsKept(options);
  for (const id of workspaceIds) wordsStand(options, id);
}

/** Queues are empty, the view is the confirmed row, and that is the server's. */
function inStep({ laws, ledger }: EndOptions, device: Device, workspaceId: string): void {
  const { state } = device;
  const own = ledger.books(workspaceId);
  const waiting = [...state.outbox.values()].filter((entry) => entry.workspaceId === workspaceId);
  if (waiting.length > 0)
    laws.broken(
      'queues-empty',
      `${device.name}: ${waiting.length} wait, the first is ${waiting[0]?.mutation.name} after ${waiting[0]?.tries} tries`,
    );
  const position = positionOf(state, workspaceId);
  if (position?.cursor !== `${own.head}.${own.mark}`)
    laws.broken(
      'all-at-the-head',
      `${device.name}: ${position?.cursor}, the head is ${own.head}.${own.mark}`,
    );
  const pending = [...state.confirmed.keys()].filter((key) => key.startsWith(workspaceId));
  if (pending.length > 0)
    laws.broken('nothing-pending', `${device.name}: ${pending[0]} has something pending`);
  compare(laws, device, state, workspaceId, own.rows);
}

/** Of a workspace whose member it is no more (H65): what it holds of it, or nothing. */
export function heldOf({ state }: Device, workspaceId: string): string | undefined {
  const { rows, confirmed, outbox, acked, rejected } = state;
  return (
    [...rows.keys(), ...confirmed.keys()].find((key) => key.startsWith(workspaceId)) ??
    [...outbox.values(), ...acked.values(), ...rejected.values()].find(
      (entry) => entry.workspaceId === workspaceId,
    )?.mutation.id
  );
}

function holdsNothing(laws: Laws, device: Device, workspaceId: string): void {
  const found = heldOf(device, workspaceId);
  if (found !== undefined) laws.broken('removed-holds-nothing', `${device.name} still holds ${found}`);
}

/** Promise 3: applied, merged, or kept where its author sees it. */
function everyDeedStands(options: EndOptions): void {
  for (const deed of options.journal.deeds.values()) {
    if (deed.lost || deed.dismissed || stands(options, deed)) continue;
    // A backup brought back from before: whoever was removed since holds nothing that could be sent again (CL8).
    if (options.ledger.everTook(deed.id) && deed.device.departed.has(deed.workspaceId)) continue;
    options.laws.broken(
      'nothing-disappears',
      `${deed.id} of ${deed.device.name} has no effect and is in nobody's list${
        options.ledger.everTook(deed.id) ? ' (it had one, before a restore)' : ''
      }`,
    );
  }
}

function stands({ ledger, devices }: EndOptions, deed: Deed): boolean {
  const result = ledger.books(deed.workspaceId).stored.get(deed.id)?.result;
  if (result && result.outcome !== 'rejected' && result.outcome !== 'retry') return true;
  return devices.some(
    (device) =>
      device.accountId === deed.accountId &&
      (device.state.rejected.has(deed.id) ||
        [...device.state.outbox.values()].some((entry) => entry.mutation.id === deed.id) ||
        isKept(device, deed)),
  );
}

function isKept(device: Device, deed: Deed): boolean {
  const left = device.state.meta.get(`left/${deed.workspaceId}`) as unknown as
    | { mutations?: { id: string }[] }
    | undefined;
  return left?.mutations?.some((mutation) => mutation.id === deed.id) ?? false;
}

interface Fate {
  /** Who typed it, and when last. */
  inserted: Deed | null;
  removed: boolean;
}

/**
 * MG2: both rewrote the same words, and nobody else was involved: the later text stands without a question. Its author
 * had not the earlier one before them: the editor was open since before, a refused change went again as it was, or the
 * row had been deleted, and came back without what was to be kept beside it (MG9).
 */
function gaveWay({ journal, ledger }: EndOptions, deed: Deed, key: string): boolean {
  const [entity, rowId] = key.split('/');
  const later = [...journal.deeds.values()].filter(
    ({ device, at }) => device === deed.device && at > deed.firstAt,
  );
  const cameBack = later.some(({ id }) =>
    ledger.said(id)?.ops.some((op) => op.op === 'restore' && op.entity === entity && op.id === rowId),
  );
  return later.some(({ words }) =>
    words.some(
      (change) =>
        (change.open === true || cameBack) &&
        change.removed.length > 0 &&
        key === `${change.entity}/${change.rowId}/${change.field}`,
    ),
  );
}

/** MG2: a word that was typed stands once, unless somebody who saw it took it out, or it is kept in a question. */
function wordsStand(options: EndOptions, workspaceId: string): void {
  const { laws, ledger, journal, devices } = options;
  const own = ledger.books(workspaceId);
  const fates = new Map<string, Map<string, Fate>>();
  for (const deed of journal.deeds.values()) {
    if (deed.workspaceId !== workspaceId) continue;
    // A copy of the profile sent another version of it: this one stands in its author's list, or stood there; where they
    // were removed since, in the file that they may save (CL8).
    const isRefused =
      deed.dismissed || devices.some((device) => device.state.rejected.has(deed.id) || isKept(device, deed));
    const took = !isRefused && hadEffect(own, deed);
    for (const { entity, rowId, field, inserted, removed } of deed.words) {
      const key = `${entity}/${rowId}/${field}`;
      const words = fates.get(key) ?? new Map<string, Fate>();
      fates.set(key, words);
      const fateOf = (word: string): Fate => {
        const fate = words.get(word) ?? { inserted: null, removed: false };
        words.set(word, fate);
        return fate;
      };
      if (took && !deed.lost) for (const word of inserted) fateOf(word).inserted = deed;
      for (const word of removed) fateOf(word).removed = true;
    }
  }
  for (const [key, words] of fates) {
    const [entity = '', rowId = '', field = ''] = key.split('/');
    const row = own.rows.get(`${entity}/${rowId}`);
    const standing = wordsIn(row?.[field] as Json);
    for (const [word, fate] of words) {
      const count = standing.filter((one) => one === word).length;
      if (count > 1 && !broughtTwice(options, rowId, field, word))
        laws.broken('no-word-twice', `${word} stands ${count} times in ${field} of ${rowId}`);
      if (count > 0 || !fate.inserted || fate.removed || !row || isTombstone(row)) continue;
      // MG13: a row with a derived id was made again, and the later text stands.
      if (isDerivedId(rowId) && isMadeTwice(options, rowId)) continue;
      if (!isInQuestion(own, rowId, word) && !gaveWay(options, fate.inserted, key))
        laws.broken('no-word-lost', `${word} of ${field} of ${rowId} is neither there nor in a question`);
    }
  }
}

const hadEffect = (own: Books, deed: Deed): boolean => {
  const outcome = own.stored.get(deed.id)?.result.outcome;
  return outcome === 'applied' || outcome === 'merged' || outcome === 'review';
};

const isMadeTwice = ({ journal, ledger }: EndOptions, rowId: string): boolean =>
  [...journal.deeds.keys()].filter((id) =>
    ledger.said(id)?.ops.some((op) => op.op === 'create' && op.id === rowId),
  ).length > 1;

function isInQuestion(own: Books, rowId: string, word: string): boolean {
  for (const [key, row] of own.rows)
    if (
      key.startsWith('conflict/') &&
      row.rowId === rowId &&
      JSON.stringify([row.mine, row.theirs, row.result]).includes(word)
    )
      return true;
  return false;
}
