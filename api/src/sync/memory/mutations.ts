/** What was sent, and what became of it. */
import type { MutationResult } from '@holdfast/shared/sync/protocol';
import type { ServerTransaction } from '../server-store';
import { reach } from './reach';
import type { Workspace } from './workspace';

export const mutations = (
  ws: Workspace,
): Pick<ServerTransaction, 'resultsAfter' | 'rejectedCreations' | 'chainOf' | 'writeMutations'> => ({
  async resultsAfter(deviceId, seq, limit) {
    return [...ws.mutations.values()]
      .filter((mutation) => mutation.deviceId === deviceId && mutation.seq > seq)
      .sort((a, b) => a.seq - b.seq)
      .slice(0, limit)
      .map(
        (mutation): MutationResult =>
          ({ ...mutation.result, id: mutation.id, seq: mutation.seq, duplicate: true }) as MutationResult,
      );
  },
  async rejectedCreations(rowIds) {
    const rejected = new Set([...ws.mutations.values()].flatMap((mutation) => mutation.rejectedRows));
    return rowIds.filter((id) => rejected.has(id));
  },
  chainOf: async (mutationIds) =>
    reach(mutationIds, (id) => {
      const stored = ws.mutations.get(id);
      return stored ? [{ id, after: stored.after }, Object.values(stored.after)] : null;
    }),
  async writeMutations(mutations) {
    for (const mutation of mutations) {
      if (ws.mutations.has(mutation.id)) throw new Error('a mutation id twice');
      ws.mutations.set(mutation.id, mutation);
    }
  },
});
