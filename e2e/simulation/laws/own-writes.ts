/** What a person wrote stands on their screen until somebody else's change of it has come. */
import type { Row } from '@holdfast/shared/entities/define-entity';
import type { Json } from '@holdfast/shared/entities/fields';
import { sameJson } from '@holdfast/shared/merge/json';
import type { OutboxEntry } from '../../../web/src/db/local-store';
import type { LocalState } from '../../../web/src/db/memory-store';
import type { Saved } from '../../../web/src/db/write-result';
import type { Device, LocalCommit } from '../world/device';
import type { Evidence } from './evidence';
import { isShownAsHeld } from './held-rows';
import { confirmedOf, standing } from './local-rows';
import { isTakenBack } from './outbox-law';
import { SCALARS } from './shown-rows';

export interface OwnWrites {
  /** Its author saw this on the screen when the write returned. */
  saved(device: Device, saved: Saved, guarded: boolean): void;
  /** After each commit, for each row that it touched. */
  judge(commit: LocalCommit, key: string): void;
  /** Nothing is expected of it any more. */
  forget(device: Device): void;
}

export function createOwnWrites({ laws, ledger, journal }: Evidence): OwnWrites {
  /** What its person has written there last, by row and field. */
  const expected = new Map<Device, Map<string, Map<string, Json>>>();

  /** What a person wrote stands on their screen until somebody else's change of it has come. */
  function judge({ device, before, after }: LocalCommit, key: string): void {
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
    // The mass-change guard keeps it, and its author can see that it does (PU9).
    if (isShownAsHeld({ ledger }, after, key)) return true;
    // It met a deletion and is kept for its author; the row came back without it (MG9).
    if (isInQuestion(device, after, key)) return true;
    const stamp = confirmed?.stamps[field] ?? confirmed?.stamps.deletedAt;
    if (stamp && !device.ids.has(stamp[2])) return true;
    // It wrote that itself and forgot it with the power: to the merge it was somebody else's, and concurrent.
    if (confirmed && wasForgotten(key, field, confirmed.version)) return true;
    // A copy of the profile had sent the entry before this was folded into it: its result is taken for this one's.
    if (device.wasCopied) return true;
    if ([...after.rejected.values()].some((entry) => entry.rows.includes(key))) return true;
    // An answer has counted its number, by the row that came with it without it; the reason comes with the next one.
    const isRefused = ({ rows, held, mutation }: OutboxEntry): boolean =>
      rows.includes(key) && held?.includes(key) === true && ledger.everRefused(mutation.id);
    if ([...after.outbox.values()].some(isRefused)) return true;
    if (wasRefused(device, key)) return true;
    return ledger.restores() > 0;
  }

  /** And perhaps thrown away since: within a walk the row shows it until the walk's end. */
  function wasRefused(device: Device, key: string): boolean {
    return [...journal.deeds.values()].some(
      (deed) =>
        deed.device === device &&
        ledger.everRefused(deed.id) &&
        ledger.said(deed.id)?.ops.some(({ id }) => key.endsWith(id)) === true,
    );
  }

  function wasForgotten(key: string, field: string, upTo: number): boolean {
    const last = ledger.changesOf(key).findLast((change) => change.field === field && change.version <= upTo);
    return last !== undefined && journal.deeds.get(last.mutationId)?.lost === true;
  }

  return {
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
    judge,
    forget(device) {
      expected.delete(device);
    },
  };
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

/** Only a person's write leaves an entry that is new, or not frozen and another than before, or takes one away. */
function isWrite(before: LocalState, after: LocalState): boolean {
  const known = new Set([...before.outbox.values()].map(({ mutation }) => mutation.id));
  for (const [key, entry] of after.outbox) {
    if (!known.has(entry.mutation.id)) return true;
    if (entry.frozen === 0 && before.outbox.get(key) !== entry) return true;
  }
  for (const [key, entry] of before.outbox)
    if (entry.frozen === 0 && !after.outbox.has(key) && isTakenBack(after, entry)) return true;
  return false;
}
