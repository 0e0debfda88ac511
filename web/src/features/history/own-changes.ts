/** What this device did to a row and still knows: what waits, and what was acknowledged in the last 7 days. */
import type { Conflict } from '@holdfast/shared/entities/conflict';
import type { Query } from '../../db/live';
import { rowKey } from '../../db/local-store';
import { type Device, META } from '../../db/meta';
import type { OwnMutation } from './history-lines';

export interface OwnChanges {
  readonly deviceId: string | null;
  readonly mutations: readonly OwnMutation[];
  /** Questions and merges about the row, decided or not. */
  readonly conflicts: readonly Conflict[];
}

export const liveOwnChanges =
  (workspaceId: string, entity: string, id: string): Query<OwnChanges> =>
  async (read) => {
    const key = rowKey(workspaceId, entity, id);
    const [device, waiting, acked, conflicts] = await Promise.all([
      read.meta(META.device),
      read.outboxOf([key]),
      read.ackedOf(key),
      read.rows('conflict', { index: 'state', from: [workspaceId, 0] }),
    ]);
    return {
      deviceId: (device as Device | undefined)?.id ?? null,
      mutations: [
        ...waiting.map(({ mutation }) => ({ mutation, waiting: true })),
        ...acked.map(({ mutation }) => ({ mutation, waiting: false })),
      ],
      conflicts: conflicts.filter((one) => one.entity === entity && one.rowId === id),
    };
  };
