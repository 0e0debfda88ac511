import { uuidOf, WORKSPACE } from '@holdfast/shared/testing/build';
import { describe, expect, it } from 'vitest';
import { mutate } from '../db/mutate';
import type { Saved } from '../db/write-result';
import { testContext } from '../testing/write-context';
import { settleResult } from './outcomes';

describe('a result', () => {
  it.each([
    ['rejected', 0],
    ['held', 1],
    ['applied', 1],
  ] as const)(
    '[CL5] %s: what had no effect is nothing done, it stands in needs you',
    async (outcome, kept) => {
      const ctx = testContext();
      const { mutationId } = (await mutate(ctx, {
        workspaceId: WORKSPACE,
        name: 'task.add',
        ops: [{ op: 'create', entity: 'task', id: uuidOf(1), values: { title: 'Pay', position: 'a0' } }],
      })) as Saved;
      await ctx.store.transaction('relaxed', (tx) =>
        settleResult(
          tx,
          { id: mutationId, seq: 1, outcome, duplicate: false, version: 1 },
          { workspaceId: WORKSPACE, now: 0, reach: { version: 0, whole: true }, pulled: false },
        ),
      );
      expect(await ctx.look((tx) => tx.done(WORKSPACE))).toHaveLength(kept);
    },
  );
});
