/**
 * What must hold in each device's database, judged at each of its commits: nothing waits for the end of a run to be
 * wrong.
 */
import type { Row } from '@holdfast/shared/entities/define-entity';
import type { Json } from '@holdfast/shared/entities/fields';
import { sameJson } from '@holdfast/shared/merge/json';
import { valueAt } from '@holdfast/shared/merge/row-values';
import type { Mutation } from '@holdfast/shared/sync/op';
import type { OutboxEntry } from '../../../web/src/db/local-store';
import type { LocalState } from '../../../web/src/db/memory-store';
import type { Position } from '../../../web/src/db/meta';
import type { Saved } from '../../../web/src/db/mutate';
import type { Device, LocalCommit } from '../world/device';
import { type Journal, wordsIn } from '../world/journal';
import { broughtTwice } from './brought-twice';
import type { Laws } from './laws';
import type { Ledger } from './ledger';

export interface DeviceLaws {
  committed(commit: LocalCommit): void;
  /** Its author saw this on the screen when the write returned. */
  saved(device: Device, saved: Saved, guarded: boolean): void;
  /** What it held is gone or another one's: nothing is expected any more. */
  forget(device: Device): void;
  /** A row was broken on purpose: it is not judged again before the end. */
  excuse(device: Device, key: string): void;
  /** What was broken on purpose has come right by itself (DG1). */
  isWhole(device: Device): boolean;
  /** What is excused of one holds for its copy. */
  copied(from: Device, to: Device): void;
  readonly comparisons: () => number;
}

const SCALARS = ['status', 'priority', 'dueOn', 'assigneeId', 'projectId', 'deletedAt', 'name', 'state'];

export function createDeviceLaws(laws: Laws, ledger: Ledger, journal: Journal): DeviceLaws {
  /** What its person has written there last, by row and field. */
  const expected = new Map<Device, Map<string, Map<string, Json>>>();
  const excused = new Map<Device, Set<string>>();
  let comparisons = 0;

  function judge(commit: LocalCommit): void {
    const { device, before, after, touched } = commit;
    if (before.outbox !== after.outbox) nothingDropped(commit);
    for (const key of touched) {
      const workspaceId = key.slice(0, 36);
      if (!walks(before, after, workspaceId)) neverBack(commit, key);
      onceEachWord(device, after, key);
      readsOwnWrites(commit, key);
      nothingTwiceInView(device, after, key);
    }
    if (before.meta !== after.meta) for (const id of device.workspaces) positionHolds(commit, id);
  }

  /** CL4: an entry leaves the outbox for a result, or because its author took it back before it was sent (CL2). */
  function nothingDropped({ device, before, after }: LocalCommit): void {
    const left = new Map([...before.outbox.values()].map((entry) => [entry.mutation.id, entry]));
    for (const entry of after.outbox.values()) left.delete(entry.mutation.id);
    for (const [id, entry] of left) {
      if (entry.frozen === 0 && isTakenBack(after, entry)) {
        journal.takeBack(id);
        continue;
      }
      if (after.acked.has(id)) {
        if (!ledger.everTook(id))
          laws.broken('acked-means-taken', `${device.name} holds ${id} as taken; it never was`);
      } else if (after.rejected.has(id)) {
        if (!ledger.everRefused(id) && !ledger.everTook(id))
          laws.broken('refused-means-refused', `${device.name} holds ${id} as refused; it never was`);
      } else if (!isKeptAsFile(after, id))
        laws.broken('nothing-leaves-the-outbox', `${device.name} dropped ${id}`);
    }
  }

  function neverBack({ device, before, after }: LocalCommit, key: string): void {
    const [old, now] = [confirmedOf(before, key), confirmedOf(after, key)];
    if (old && now && now.version < old.version)
      laws.broken('versions-never-go-back', `${device.name}: ${key} from ${old.version} to ${now.version}`);
  }

  /** Every word of the simulation was typed once. */
  function onceEachWord(device: Device, after: LocalState, key: string): void {
    const row = after.rows.get(key);
    if (!row) return;
    // After a restore the view of what goes out again is an estimate, until its result comes. So is that of what a copy
    // of the profile has sent before this one.
    const isEstimate = (entry: OutboxEntry): boolean =>
      (entry.again !== undefined || device.wasCopied) && entry.rows.includes(key);
    if ([...after.outbox.values()].some(isEstimate)) return;
    for (const field of ['title', 'description', 'body'] as const) {
      const words = wordsIn(row[field] as Json);
      const twice = words.filter((word, at) => words.indexOf(word) !== at);
      if (twice.some((word) => !broughtTwice({ ledger, journal }, row.id, field, word)))
        laws.broken('no-word-twice', `${device.name} shows ${field} of ${row.id} as: ${String(row[field])}`);
    }
  }

  /** H20: where the row that came holds everything that is on its way, it is what is shown. */
  function nothingTwiceInView(device: Device, after: LocalState, key: string): void {
    const [workspaceId = '', entity, id] = key.split('/');
    const confirmed = after.confirmed.get(key);
    const view = after.rows.get(key);
    // Under another device id a pull cannot tell what it had answered.
    if (!confirmed || !view || device.wasCopied || device.ids.size > 1 || ledger.restores() > 0) return;
    const changes = ledger.books(workspaceId).changes.get(`${entity}/${id}`) ?? [];
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

  /** What a person wrote stands on their screen until somebody else's change of it has come. */
  function readsOwnWrites({ device, before, after }: LocalCommit, key: string): void {
    // A write of this very person: what it shows is expected from now on.
    if (before.outbox !== after.outbox && isWrite(before, after)) return;
    const own = expected.get(device)?.get(key);
    if (!own) return;
    const row = after.rows.get(key);
    const confirmed = confirmedOf(after, key);
    for (const [field, value] of own) {
      if (row && sameJson((row[field] as Json) ?? null, value)) continue;
      own.delete(field);
      if (!row || isExcused(device, after, key, field, confirmed)) continue;
      laws.broken(
        'reads-own-writes',
        `${device.name}: ${field} of ${key} was ${JSON.stringify(value)}, shows ${JSON.stringify(row[field])} ${standing(after, key)}`,
      );
    }
  }

  /** Somebody else changed the field, or deleted the row; or the server refused, or has lost its history. */
  function isExcused(
    device: Device,
    after: LocalState,
    key: string,
    field: string,
    confirmed: Row | null | undefined,
  ): boolean {
    if (confirmed && confirmed.deletedAt !== null) return true;
    // It met a deletion and is kept for its author; the row came back without it (MG9).
    if (isInQuestion(device, after, key)) return true;
    const stamp = confirmed?.stamps[field] ?? confirmed?.stamps.deletedAt;
    if (stamp && !device.ids.has(stamp[2])) return true;
    // It wrote that itself and forgot it with the power: to the merge it was somebody else's, and concurrent.
    if (confirmed && wasForgotten(key, field, confirmed.version)) return true;
    // A copy of the profile had sent the entry before this was folded into it: its result is taken for this one's.
    if (device.wasCopied) return true;
    if ([...after.rejected.values()].some((entry) => entry.rows.includes(key))) return true;
    return ledger.restores() > 0;
  }

  function wasForgotten(key: string, field: string, upTo: number): boolean {
    const [workspaceId = '', entity, id] = key.split('/');
    const changes = ledger.books(workspaceId).changes.get(`${entity}/${id}`) ?? [];
    const last = changes.findLast((change) => change.field === field && change.version <= upTo);
    return last !== undefined && journal.deeds.get(last.mutationId)?.lost === true;
  }

  function positionHolds({ device, before, after }: LocalCommit, workspaceId: string): void {
    const [old, now] = [positionOf(before, workspaceId), positionOf(after, workspaceId)];
    if (!now || now === old) return;
    if (old && now.generation === old.generation && now.version < old.version && old.walk === null)
      laws.broken('cursor-never-goes-back', `${device.name}: ${old.version} to ${now.version}`);
    const own = ledger.books(workspaceId);
    // An old build keeps rows that it does not know elsewhere.
    if (device.registry === 'old') return;
    if (now.walk !== null || now.cursor !== `${own.head}.${own.mark}`) return;
    comparisons += 1;
    compare(laws, device, after, workspaceId, own.rows, excused.get(device));
  }

  return {
    committed(commit) {
      const id = (commit.after.meta.get('device') as { id?: string } | undefined)?.id;
      if (id) commit.device.ids.add(id);
      judge(commit);
    },
    saved(device, saved, guarded) {
      const rows = expected.get(device) ?? new Map<string, Map<string, Json>>();
      expected.set(device, rows);
      for (const row of saved.rows) {
        for (const [key, shown] of device.state.rows) {
          if (!key.endsWith(row.id) || shown.workspaceId !== row.workspaceId) continue;
          const fields = rows.get(key) ?? new Map<string, Json>();
          rows.set(key, fields);
          // What a guard leaves alone is the server's to say.
          if (guarded) fields.clear();
          if (guarded) continue;
          // It went back to what it had been.
          for (const [field, value] of fields)
            if (!sameJson((shown[field] as Json) ?? null, value)) fields.delete(field);
          // Only what this very write set; it is the newest word of this device about it.
          for (const field of SCALARS) {
            const stamp = shown.stamps[field];
            if (stamp && stamp[0] === -1 && field in shown && wasSetBy(saved, row.id, field))
              fields.set(field, (shown[field] as Json) ?? null);
          }
        }
      }
    },
    forget(device) {
      expected.delete(device);
    },
    excuse(device, key) {
      const keys = excused.get(device) ?? new Set();
      keys.add(key);
      excused.set(device, keys);
    },
    isWhole(device) {
      for (const key of excused.get(device) ?? []) {
        const [workspaceId = '', entity, id] = key.split('/');
        const row = ledger.books(workspaceId).rows.get(`${entity}/${id}`);
        const own = confirmedOf(device.state, key);
        if (row && own && own.version !== row.version) return false;
      }
      return true;
    },
    copied(from, to) {
      excused.set(to, new Set(excused.get(from)));
    },
    comparisons: () => comparisons,
  };
}

/** H17, H18, H23: at the head a device holds what the server holds, and nothing else that lives. */
export function compare(
  laws: Laws,
  device: Device,
  state: LocalState,
  workspaceId: string,
  rows: ReadonlyMap<string, Row>,
  excused: ReadonlySet<string> | undefined = undefined,
): void {
  for (const [name, row] of rows) {
    const key = `${workspaceId}/${name}`;
    if (excused?.has(key)) continue;
    const own = confirmedOf(state, key);
    if (!own) laws.broken('at-head-equal', `${device.name} at the head lacks ${name}`);
    else if (own.version !== row.version || !sameRow(own, row))
      laws.broken(
        'at-head-equal',
        `${device.name} at the head: ${name} ${own.version}, server ${row.version}`,
      );
  }
  for (const [key, row] of state.rows) {
    if (!key.startsWith(workspaceId) || state.confirmed.has(key)) continue;
    const name = key.slice(workspaceId.length + 1);
    if (row.deletedAt === null && !rows.has(name) && isOurs(name))
      laws.broken('at-head-equal', `${device.name} at the head holds ${name}, the server does not`);
  }
}

/** Entities that the server itself writes are not in the ledger. */
const isOurs = (name: string): boolean => !name.startsWith('member/') && !name.startsWith('workspace/');

/** Equal versions of one history are equal rows. What a newer server sends beside them stays as it is (PL5). */
const compared = new WeakMap<Row, Row>();
function sameRow(own: Row, row: Row): boolean {
  if (compared.get(own) === row) return true;
  const same = Object.keys(row).every((field) => sameJson(own[field] as Json, row[field] as Json));
  if (same) compared.set(own, row);
  return same;
}

export const confirmedOf = (state: LocalState, key: string): Row | null | undefined =>
  state.confirmed.has(key) ? state.confirmed.get(key) : state.rows.get(key);

export const positionOf = (state: LocalState, workspaceId: string): Position | undefined =>
  state.meta.get(`position/${workspaceId}`) as unknown as Position | undefined;

function walks(before: LocalState, after: LocalState, workspaceId: string): boolean {
  const [old, now] = [positionOf(before, workspaceId), positionOf(after, workspaceId)];
  return (old?.walk ?? null) !== null || (now?.walk ?? null) !== null || old?.generation !== now?.generation;
}

/** Whether this very write set the field; what waits below it may be a guard's, which the server may leave alone. */
const wasSetBy = (saved: Saved, rowId: string, field: string): boolean =>
  saved.undo.some(
    (op) =>
      op.id === rowId &&
      (op.op === 'delete' || (op.op === 'patch' ? field in op.changes : field === 'deletedAt')),
  );

const isInQuestion = (device: Device, state: LocalState, key: string): boolean =>
  [...state.rows].some(
    ([address, row]) =>
      address.includes('/conflict/') &&
      key.endsWith(String(row.rowId)) &&
      row.field === 'deletedAt' &&
      row.forAccountId === device.accountId,
  );

/** What the view of a row is made of, for people who look into a failure. */
const standing = (state: LocalState, key: string): string =>
  JSON.stringify({
    confirmed: confirmedOf(state, key)?.version,
    acked: [...state.acked.values()]
      .filter((entry) => entry.rows.includes(key) && entry.passed === 0)
      .map(({ version, held, mutation }) => [mutation.name, version, held?.includes(key)]),
    waiting: [...state.outbox.values()]
      .filter((entry) => entry.rows.includes(key))
      .map(({ mutation, again, held }) => [mutation.name, again, held?.includes(key)]),
    position: positionOf(state, key.slice(0, 36))?.version,
  });

/** What is shown is what it had changed from. */
function isTakenBack(after: LocalState, { workspaceId, mutation }: OutboxEntry): boolean {
  return mutation.ops.every((op) => {
    const row = after.rows.get(`${workspaceId}/${op.entity}/${op.id}`);
    if (!row || op.op !== 'patch') return false;
    return Object.entries(op.changes).every(([field, { from }]) => sameJson(valueAt(row, field), from));
  });
}

/** Only a person's write leaves an entry that is not frozen and was not there before, or takes one away. */
function isWrite(before: LocalState, after: LocalState): boolean {
  for (const [key, entry] of after.outbox)
    if (entry.frozen === 0 && before.outbox.get(key) !== entry) return true;
  for (const [key, entry] of before.outbox)
    if (entry.frozen === 0 && !after.outbox.has(key) && isTakenBack(after, entry)) return true;
  return false;
}

function isKeptAsFile(state: LocalState, mutationId: string): boolean {
  for (const [key, value] of state.meta) {
    if (!key.startsWith('left/')) continue;
    const { mutations = [] } = value as unknown as { mutations?: { id: string }[] };
    if (mutations.some((mutation) => mutation.id === mutationId)) return true;
  }
  return false;
}
