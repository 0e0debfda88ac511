/** What waits and what needs its author, from this device's stores: live in every tab. */
import { can } from '@holdfast/shared/access/roles';
import { memberId } from '@holdfast/shared/sync/ids';
import type { Query } from '../db/live';
import { META } from '../db/meta';

export interface LocalCounts {
  /** Changes in the outbox, of all workspaces. */
  readonly waiting: number;
  /**
   * Rejected changes, this person's open questions, held deletes that they made or may release, and what a workspace
   * that was left kept them from sending.
   */
  readonly needsYou: number;
  /** Of these, own held deletes that an owner or admin decides; until then they can only be taken back. */
  readonly forAdmins: number;
  /** No other member in the workspace on screen. */
  readonly alone: boolean;
}

export const liveCounts =
  (workspaceIds: readonly string[], activeId: string, accountId: string): Query<LocalCounts> =>
  async (read) => {
    const [waiting, needs, left, members] = await Promise.all([
      read.outboxCount(),
      Promise.all(workspaceIds.map((id) => needsIn(read, id, accountId))),
      read.metaUnder(META.leftAll),
      read.count('member', { index: 'list', from: [activeId, 0] }),
    ]);
    return {
      waiting,
      needsYou: needs.reduce((sum, { all }) => sum + all, left.length),
      forAdmins: needs.reduce((sum, one) => sum + one.forAdmins, 0),
      alone: members <= 1,
    };
  };

async function needsIn(
  read: Parameters<Query<LocalCounts>>[0],
  workspaceId: string,
  accountId: string,
): Promise<{ readonly all: number; readonly forAdmins: number }> {
  const [rejected, open, held, me] = await Promise.all([
    read.rejected(workspaceId),
    read.rows('conflict', { index: 'state', from: [workspaceId, 0, 'open'] }),
    read.rows('hold', { index: 'state', from: [workspaceId, 0, 'held'] }),
    read.row('member', workspaceId, memberId(workspaceId, accountId)),
  ]);
  const mayRelease = me !== null && can(me.role, 'releaseHeld');
  // What depended on a rejected creation is shown with it, as one (CL5), while that one is still there.
  const made = new Set(
    rejected.flatMap(({ mutation }) => mutation.ops.flatMap((op) => (op.op === 'create' ? [op.id] : []))),
  );
  const own = rejected.filter((entry) => entry.code !== 'parent_rejected' || !made.has(entry.rowId ?? ''));
  // All that is asked about one row is one decision.
  const asked = open.filter((row) => row.forAccountId === accountId);
  const holds = held.filter((hold) => mayRelease || hold.accountId === accountId).length;
  return {
    all: own.length + new Set(asked.map((row) => `${row.entity}/${row.rowId}`)).size + holds,
    forAdmins: mayRelease ? 0 : holds,
  };
}
