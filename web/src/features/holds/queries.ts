/** Held deletes as their author and those who may release them see them. Pass to `useLive`. */
import { can } from '@holdfast/shared/access/roles';
import { type Hold, sampleOf } from '@holdfast/shared/entities/hold';
import { memberId } from '@holdfast/shared/sync/ids';
import type { Query } from '../../db/live';
import { readNames } from '../sync/read-names';

export interface HoldLine {
  readonly hold: Hold;
  readonly isMine: boolean;
  readonly mayRelease: boolean;
  /** Of the author, and of who decided; null where this device does not know them. */
  readonly author: string | null;
  readonly decider: string | null;
  /** Names of the first rows that it takes. */
  readonly names: readonly string[];
}

/** So long its author is told what became of it. */
const TOLD_MS = 7 * 86_400_000;

/** Open ones that concern this person, then what others decided lately about their own. */
export const liveHolds =
  (workspaceIds: readonly string[], accountId: string, now: number): Query<readonly HoldLine[]> =>
  async (read) => {
    const each = await Promise.all(
      workspaceIds.map(async (workspaceId) => {
        const of = (state: string) =>
          read.rows('hold', { index: 'state', from: [workspaceId, 0, state], newestFirst: true, limit: 20 });
        const [held, released, dropped] = await Promise.all([of('held'), of('released'), of('dropped')]);
        const told = [...released, ...dropped].filter(
          (hold) =>
            hold.accountId === accountId && hold.decidedBy !== accountId && hold.updatedAt > now - TOLD_MS,
        );
        if (held.length + told.length === 0) return [];
        const me = await read.row('member', workspaceId, memberId(workspaceId, accountId));
        const mayRelease = me !== null && me.removedAt === null && can(me.role, 'releaseHeld');
        const seen = [...held.filter((hold) => mayRelease || hold.accountId === accountId), ...told];
        const samples = seen.map(({ sample }) => sampleOf(sample));
        const { nameOf } = await readNames(read, workspaceId, samples.flat());
        return seen.map(
          (hold, n): HoldLine => ({
            hold,
            isMine: hold.accountId === accountId,
            mayRelease,
            author: nameOf('member', hold.accountId),
            decider: hold.decidedBy === null ? null : nameOf('member', hold.decidedBy),
            names: (samples[n] ?? []).flatMap(({ entity, id }) => nameOf(entity, id) ?? []),
          }),
        );
      }),
    );
    return each.flat();
  };
