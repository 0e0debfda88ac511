/** The history of fields. */
import type { ServerTransaction } from '../server-store';
import type { Workspace } from './workspace';

type Place = { readonly version: number; readonly n: number };
const isBefore = (entry: Place, place: Place | null): boolean =>
  place === null || entry.version < place.version || (entry.version === place.version && entry.n < place.n);

export const history = (
  ws: Workspace,
): Pick<ServerTransaction, 'history' | 'rowHistory' | 'writeHistory'> => ({
  history: async (rowIds, above) =>
    ws.history
      .filter((entry) => rowIds.includes(entry.rowId) && entry.version > above)
      .sort((a, b) => a.version - b.version || a.n - b.n),
  rowHistory: async (entity, rowId, before, limit) =>
    ws.history
      .filter((entry) => entry.entity === entity && entry.rowId === rowId && isBefore(entry, before))
      .sort((a, b) => b.version - a.version || b.n - a.n)
      .slice(0, limit)
      .map((entry) => ({
        ...entry,
        deviceName: ws.devices.get(entry.deviceId)?.name ?? null,
        name: ws.mutations.get(entry.mutationId)?.name ?? null,
      })),
  async writeHistory(entries) {
    ws.history.push(...entries);
  },
});
