/**
 * A pull (spec PL1–PL6): the rows above a cursor, in order of version, read in one snapshot together with the device's
 * ack and results, so that a page never shows half a push.
 */
import type { SyncResponse } from '@holdfast/shared/sync/protocol';
import { judgedIn, pageAbove, startOf } from './page';
import type { NoMember, Scope, ServerStore } from './server-store';

export interface PullRequest {
  readonly accountId: string;
  readonly workspaceId: string;
  readonly deviceId: string;
  readonly cursor: string | null;
  /** The device's own last acknowledged seq: results after it are told again. */
  readonly ack: number;
  readonly limit: number;
  readonly session?: Scope['session'];
}

export type PullAnswer =
  | { readonly kind: 'page'; readonly page: SyncResponse }
  | { readonly kind: NoMember }
  | { readonly kind: 'other_device' };

const RESULTS = 200;

export const pull = (store: ServerStore, now: number, request: PullRequest): Promise<PullAnswer> =>
  store.transaction({ ...request, mode: 'snapshot' }, async (tx) => {
    // Sent together; the snapshot makes their order matter to nobody.
    const [membership, head, device, results, marks] = await Promise.all([
      tx.membership(),
      tx.head(),
      tx.device(request.deviceId),
      tx.resultsAfter(request.deviceId, request.ack, RESULTS),
      tx.marks(judgedIn(request.cursor)),
    ]);
    if (membership.kind !== 'member') return membership;
    if (device && device.accountId !== request.accountId) return { kind: 'other_device' };
    const page = await pageAbove(tx, startOf(request.cursor, marks), head, request.limit);
    return { kind: 'page', page: { ack: device?.ack ?? 0, now, results, ...page } };
  });
