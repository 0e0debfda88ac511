import type { Author } from '@holdfast/shared/merge/outcome';
import type { Mutation } from '@holdfast/shared/sync/op';

/** Who sends, and when. */
export interface Pusher {
  readonly workspaceId: string;
  readonly accountId: string;
  readonly deviceId: string;
  /** As the device calls itself. */
  readonly deviceName: string;
  readonly role: string;
  /** The server's clock and the device's at sending, epoch milliseconds. */
  readonly now: number;
  readonly sentAt: number;
}

/** As whom a mutation is applied. Causality: the clock is corrected by how far it was off when the batch was sent. */
export const authorOf = (pusher: Pusher, mutation: Pick<Mutation, 'id' | 'at'>): Author => ({
  workspaceId: pusher.workspaceId,
  time: Math.max(0, Math.min(pusher.now, mutation.at + (pusher.now - pusher.sentAt))),
  deviceId: pusher.deviceId,
  accountId: pusher.accountId,
  mutationId: mutation.id,
});
