/** Deciding about held deletes (PU9): once, guarded, in one's own name. Works offline like any other change. */
import type { Hold } from '@holdfast/shared/entities/hold';
import type { WriteContext } from '../../db/context';
import { mutate } from '../../db/mutate';
import type { WriteResult } from '../../db/write-result';

export const releaseHold = (ctx: WriteContext, hold: Hold): Promise<WriteResult> =>
  decide(ctx, hold, 'released');

export const dropHold = (ctx: WriteContext, hold: Hold): Promise<WriteResult> => decide(ctx, hold, 'dropped');

const decide = (
  ctx: WriteContext,
  { id, version, workspaceId }: Hold,
  state: 'released' | 'dropped',
): Promise<WriteResult> =>
  mutate(ctx, {
    workspaceId,
    name: state === 'released' ? 'hold.release' : 'hold.drop',
    ops: [
      {
        op: 'patch',
        entity: 'hold',
        id,
        base: version,
        guard: true,
        changes: { state: { from: 'held', to: state }, decidedBy: { from: null, to: ctx.accountId } },
      },
    ],
  });
