/** CL4: an entry leaves the outbox for a result, or because its author took it back before it was sent (CL2). */
import { sameJson } from '@holdfast/shared/merge/json';
import { valueAt } from '@holdfast/shared/merge/row-values';
import type { OutboxEntry } from '../../../web/src/db/local-store';
import type { LocalState } from '../../../web/src/db/memory-store';
import type { LocalCommit } from '../world/device';
import type { Evidence } from './evidence';

export function nothingDropped(
  { laws, ledger, journal }: Evidence,
  { device, before, after }: LocalCommit,
): void {
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

/** What is shown is what it had changed from. */
export function isTakenBack(after: LocalState, { workspaceId, mutation }: OutboxEntry): boolean {
  return mutation.ops.every((op) => {
    const row = after.rows.get(`${workspaceId}/${op.entity}/${op.id}`);
    if (!row || op.op !== 'patch') return false;
    return Object.entries(op.changes).every(([field, { from }]) => sameJson(valueAt(row, field), from));
  });
}

function isKeptAsFile(state: LocalState, mutationId: string): boolean {
  for (const [key, value] of state.meta) {
    if (!key.startsWith('left/')) continue;
    const { mutations = [] } = value as unknown as { mutations?: { id: string }[] };
    if (mutations.some((mutation) => mutation.id === mutationId)) return true;
  }
  return false;
}
