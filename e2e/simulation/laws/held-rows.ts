/**
 * What the device of its author shows of what is held (PU9): deleted until the row comes that says so, then as everybody
 * sees it.
 */
import type { LocalState } from '../../../web/src/db/memory-store';
import type { Device } from '../world/device';
import type { Evidence } from './evidence';
import { positionOf, standing } from './local-rows';

/** A row that stands for everybody is shown as deleted only where its deletion is still on its way. */
export function heldRowsStand(
  { laws, ledger }: Pick<Evidence, 'laws' | 'ledger'>,
  device: Device,
  after: LocalState,
  key: string,
): void {
  const view = after.rows.get(key);
  const confirmed = after.confirmed.get(key);
  if (!view || !confirmed || view.deletedAt === null || confirmed.deletedAt !== null) return;
  const deletes = [...after.outbox.values(), ...after.acked.values()].filter(
    ({ rows, mutation }) =>
      rows.includes(key) && mutation.ops.some((op) => op.op === 'delete' && key.endsWith(op.id)),
  );
  if (deletes.every(({ mutation }) => isHeldHere({ ledger }, after, mutation.id)))
    laws.broken('what-is-held-stands', `${device.name} shows ${key} as deleted ${standing(after, key)}`);
}

/** What its person changed there is held, and they can see that it is; of what goes out again this is an estimate. */
export const isShownAsHeld = (
  { ledger }: Pick<Evidence, 'ledger'>,
  after: LocalState,
  key: string,
): boolean =>
  [...after.acked.values()].some(
    ({ rows, mutation }) => rows.includes(key) && isHeldHere({ ledger }, after, mutation.id),
  ) ||
  [...after.outbox.values()].some(
    ({ rows, again, workspaceId, mutation: { id } }) =>
      rows.includes(key) &&
      again !== undefined &&
      ledger.books(workspaceId).stored.get(id)?.result.outcome === 'held',
  );

/** The device has the hold that keeps it, and everything before. */
function isHeldHere({ ledger }: Pick<Evidence, 'ledger'>, after: LocalState, mutationId: string): boolean {
  const entry = after.acked.get(mutationId);
  if (entry?.outcome !== 'held') return false;
  const { workspaceId, version } = entry;
  const { holdId } = ledger.books(workspaceId).stored.get(mutationId)?.result ?? {};
  // In a history that a restore has undone nobody can look it up any more.
  const isThere = holdId === undefined || after.rows.has(`${workspaceId}/hold/${String(holdId)}`);
  return isThere && version <= (positionOf(after, workspaceId)?.version ?? 0);
}
