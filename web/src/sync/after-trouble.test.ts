/** What must not follow from one person's or one mutation's trouble: each of these was once a loss. */
import type { SyncResponse } from '@holdfast/shared/sync/protocol';
import { uuidOf, WORKSPACE } from '@holdfast/shared/testing/build';
import { describe, expect, it } from 'vitest';
import type { OutboxEntry } from '../db/local-store';
import { createMemoryStore } from '../db/memory-store';
import { type Left, META, START, writePosition } from '../db/meta';
import { mutate } from '../db/mutate';
import { inOneBreath } from '../testing/one-breath';
import { type TestContext, testContext } from '../testing/write-context';
import { adopt, movingTo } from './adopt';
import { freezeHead } from './freeze';
import { leaveWorkspace } from './leave';
import { chooseBatch, mutationsOf } from './push';
import { receive } from './receive';
import { liveCounts } from './status-counts';

const add = (ctx: TestContext, id: string) =>
  mutate(ctx, {
    workspaceId: WORKSPACE,
    name: 'task.add',
    ops: [{ op: 'create', entity: 'task', id, values: { title: 'Pay', position: 'a0' } }],
  });

describe('after trouble', () => {
  it('[PU6] one poison mutation does not quarantine the ones behind it', async () => {
    const ctx = testContext();
    for (const n of [1, 2, 3]) await add(ctx, uuidOf(n));
    let now = 1_800_000_000_000;
    const round = async (result: object) => {
      const choose = (all: readonly OutboxEntry[]) => chooseBatch(all, 100, null, now);
      const { position, entries } = await freezeHead(ctx.store, WORKSPACE, 100, ctx, choose);
      const mutations = mutationsOf(entries, null, now);
      const results = mutations.map(({ id, seq }) => ({
        id,
        seq,
        duplicate: false,
        version: null,
        ...result,
      }));
      const response = {
        ack: 0,
        now,
        changes: [],
        cursor: '0.0',
        version: 0,
        more: false,
        reset: false,
        results,
      };
      await receive({
        store: ctx.store,
        accountId: ctx.accountId,
        workspaceId: WORKSPACE,
        sentFrom: { ...position, deviceId: '' },
        response: response as unknown as SyncResponse,
        now,
      });
      return mutations;
    };
    for (let turn = 0; turn < 5; turn++) {
      await round({ outcome: 'retry' });
      now += 3 * 60_000;
    }
    const skipped = await round({ outcome: 'rejected', code: 'quarantined' });
    expect(skipped.map((mutation) => mutation.skip)).toEqual([true]);
    const next = await round({ outcome: 'applied', version: 1 });
    expect(next.map((mutation) => mutation.skip ?? false)).toEqual([false, false]);
  });

  it('[PU6] [CL6] only the mutation that was too large goes without its ops', async () => {
    const ctx = testContext();
    for (const n of [1, 2]) await add(ctx, uuidOf(n));
    const { entries } = await freezeHead(ctx.store, WORKSPACE, 100, ctx);
    const [first] = entries;
    const sent = (hollow: string) => mutationsOf(chooseBatch(entries, 1, hollow, 0), hollow, 0);
    expect(sent(first?.mutation.id ?? '')).toMatchObject([{ ops: [], skip: true }]);
    expect(sent(uuidOf(99))).toEqual([first?.mutation]);
  });

  it('[CL12] what was on its way to one account never goes to a second one', async () => {
    const source = inOneBreath(createMemoryStore());
    const ctx = { ...testContext(source), accountId: '' };
    await add(ctx, uuidOf(1));
    const [x, y] = [inOneBreath(createMemoryStore()), inOneBreath(createMemoryStore())];
    const toX = { accountId: uuidOf(0xc1), workspaceId: uuidOf(0xa1) };
    await adopt(source, x, toX, ctx);
    expect(await adopt(source, y, { accountId: uuidOf(0xc2), workspaceId: uuidOf(0xa2) }, ctx)).toBe(
      'elsewhere',
    );
    expect(await y.transaction('read', (tx) => tx.outbox())).toHaveLength(0);
    expect(await movingTo(source)).toEqual(toX);
  });

  it('[CL8] [H65] leaving twice keeps the unsent changes of the first time', async () => {
    const ctx = testContext();
    for (const n of [1, 2, 3]) await add(ctx, uuidOf(n));
    await leaveWorkspace(ctx.store, WORKSPACE, 1);
    await ctx.store.transaction('relaxed', (tx) => writePosition(tx, WORKSPACE, START)); // let in again
    await add(ctx, uuidOf(4));
    await leaveWorkspace(ctx.store, WORKSPACE, 2);
    const left = (await ctx.look((tx) => tx.meta(META.left(WORKSPACE)))) as Left | undefined;
    expect(left?.mutations).toHaveLength(4);
  });

  it('[CL5] a dependant whose cause was discarded still needs its author', async () => {
    const entry = {
      workspaceId: WORKSPACE,
      mutation: { id: uuidOf(1), ops: [] },
      rows: [],
      code: 'parent_rejected',
      rejectedAt: 1,
      rowId: uuidOf(9),
    };
    const read = {
      outboxCount: async () => 0,
      rejected: async () => [entry],
      rows: async () => [],
      row: async () => null,
      count: async () => 2,
      metaUnder: async () => [],
    };
    const counts = await liveCounts([WORKSPACE], WORKSPACE, uuidOf(0xc0))(read as never);
    expect(counts.needsYou).toBe(1);
  });
});
