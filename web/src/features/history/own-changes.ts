/** What this device did to a row and still knows: what waits, and what was acknowledged in the last 7 days. */
import type { Query } from '../../db/live';
import { rowKey } from '../../db/local-store';
import { type Device, META } from '../../db/meta';
import type { OwnMutation } from './history-lines';

export interface OwnChanges {
  readonly deviceId: string | null;
  readonly mutations: readonly OwnMutation[];
}

export const liveOwnChanges =
  (workspaceId: string, entity: string, id: string): Query<OwnChanges> =>
  async (read) => {
    const key = rowKey(workspaceId, entity, id);
    const [device, waiting, acked] = await Promise.all([
      read.meta(META.device),
      read.outboxOf([key]),
      read.ackedOf(key),
    ]);
    return {
      deviceId: (device as unknown as Device | undefined)?.id ?? null,
      mutations: [
        ...waiting.map(({ mutation }) => ({ mutation, waiting: true })),
        ...acked.map(({ mutation }) => ({ mutation, waiting: false })),
      ],
    };
  };
