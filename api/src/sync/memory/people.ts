/** Members, devices, and where the workspace stands. */
import type { Membership, ServerTransaction } from '../server-store';
import type { Workspace } from './workspace';

export function people(
  ws: Workspace,
  accountId: string,
): Pick<
  ServerTransaction,
  'membership' | 'open' | 'membersAmong' | 'device' | 'deviceNames' | 'putDevice' | 'head' | 'marks'
> {
  const membership = (): Membership => {
    const role = ws.members.get(accountId);
    if (role === undefined) return { kind: 'stranger' };
    return role === null ? { kind: 'removed' } : { kind: 'member', role };
  };
  const head = () => ({ version: ws.head, floor: ws.floor, historyFloor: 0 });
  const marks = (versions: readonly number[]) =>
    new Map(
      versions.flatMap((version) => (ws.marks.has(version) ? [[version, ws.marks.get(version) ?? '']] : [])),
    );
  return {
    membership: async () => membership(),
    open: async (deviceId, mutationIds, versions) => ({
      ...head(),
      membership: membership(),
      device: ws.devices.get(deviceId) ?? null,
      mutations: mutationIds.flatMap((id) => ws.mutations.get(id) ?? []),
      marks: marks(versions),
    }),
    membersAmong: async (accountIds) => accountIds.filter((id) => ws.members.has(id)),
    device: async (id) => ws.devices.get(id) ?? null,
    async deviceNames(ids) {
      return new Map(ids.flatMap((id) => (ws.devices.has(id) ? [[id, ws.devices.get(id)?.name ?? '']] : [])));
    },
    async putDevice(device) {
      ws.devices.set(device.id, device);
    },
    head: async () => head(),
    marks: async (versions) => marks(versions),
  };
}
