/** What the mass-change guard asks, and what it holds. */
import { COUNTED } from '../mass-change';
import type { HeldMutation, HistoryEntry, ServerTransaction } from '../server-store';
import { allOf, type Workspace } from './workspace';

const inOrderMade = (a: HeldMutation, b: HeldMutation): number =>
  a.deviceId === b.deviceId ? a.seq - b.seq : a.deviceId < b.deviceId ? -1 : 1;

export const guard = (
  ws: Workspace,
  accountId: string,
): Pick<
  ServerTransaction,
  'deletions' | 'census' | 'tasksOf' | 'openHolds' | 'heldOf' | 'heldByIds' | 'writeHeld' | 'deleteHeld'
> => ({
  async deletions(account, from, to) {
    const last = new Map<string, HistoryEntry>();
    for (const entry of ws.history)
      if (entry.field === 'deletedAt') last.set(`${entry.entity}/${entry.rowId}`, entry);
    return [...last.values()]
      .filter(
        ({ accountId: by, time, to: at }) => by === account && at !== null && time >= from && time <= to,
      )
      .map(({ entity, rowId, time }) => ({ entity, rowId, time }));
  },
  async census() {
    const live = (entity: string) => allOf(ws, entity).filter((row) => row.deletedAt === null);
    const gone = new Set(allOf(ws, 'project').flatMap((row) => (row.deletedAt === null ? [] : [row.id])));
    const standing = COUNTED.map((name) => [
      name,
      live(name).filter((row) => name !== 'task' || !gone.has(String(row.projectId))).length,
    ]);
    const others = [...ws.members].filter(([account, role]) => account !== accountId && role !== null);
    return { others: others.length, standing: Object.fromEntries(standing) };
  },
  tasksOf: async (projectIds) =>
    allOf(ws, 'task').flatMap((row) =>
      row.deletedAt === null && projectIds.includes(String(row.projectId))
        ? [{ id: row.id, projectId: String(row.projectId) }]
        : [],
    ),
  openHolds: async (account) =>
    allOf(ws, 'hold').filter((row) => row.state === 'held' && row.accountId === account),
  heldOf: async (holdIds) =>
    [...ws.held.values()].filter(({ holdId }) => holdIds.includes(holdId)).sort(inOrderMade),
  heldByIds: async (ids) => ids.flatMap((id) => ws.held.get(id) ?? []),
  async writeHeld(held) {
    for (const one of held) ws.held.set(one.id, one);
  },
  async deleteHeld(ids) {
    for (const id of ids) ws.held.delete(id);
  },
});
