import { uuidOf, WORKSPACE } from '@holdfast/shared/testing/build';
import { describe, expect, it, vi } from 'vitest';
import type { Leaving } from '../db/leaving';
import { mutate } from '../db/mutate';
import { testContext } from '../testing/write-context';
import { freezeHead, noteTry, standing } from './freeze';
import { renumber } from './renumber';

const add = (ctx: ReturnType<typeof testContext>, n: number, workspaceId = WORKSPACE) =>
  mutate(ctx, {
    workspaceId,
    name: 'task.add',
    ops: [{ op: 'create', entity: 'task', id: uuidOf(n), values: { title: `Task ${n}`, position: 'a0' } }],
  });
const rename = (ctx: ReturnType<typeof testContext>, from: string, to: string) =>
  mutate(ctx, {
    workspaceId: WORKSPACE,
    name: 'task.rename',
    ops: [{ op: 'patch', entity: 'task', id: uuidOf(1), base: 0, changes: { title: { from, to } } }],
  });

describe('what goes out', () => {
  it('[CL2] [H12] is frozen on disk before its first send, and stays in the outbox', async () => {
    const ctx = testContext();
    for (const n of [1, 2, 3]) await add(ctx, n);
    const transaction = vi.spyOn(ctx.store, 'transaction');
    const { entries } = await freezeHead(ctx.store, WORKSPACE, 3, ctx, (head) => head.slice(0, 2));
    expect(transaction.mock.calls.map(([mode]) => mode)).toEqual(['read', 'strict']);
    expect(entries.map((entry) => [entry.seq, entry.frozen])).toEqual([
      [1, 1],
      [2, 1],
    ]);
    expect((await ctx.look((tx) => tx.outbox())).map((entry) => entry.frozen)).toEqual([1, 1, 0]);
  });

  it('[CL2] comes as folded, and is what is on disk', async () => {
    const ctx = testContext();
    await add(ctx, 1);
    await rename(ctx, 'Task 1', 'Task one');
    const [frozen] = (await freezeHead(ctx.store, WORKSPACE, 10, ctx)).entries;
    expect(frozen?.mutation.ops[0]?.changes.title?.to).toBe('Task one');
    expect(await ctx.look((tx) => tx.outbox())).toEqual([frozen]);
  });

  it('[CL2] was written frozen where it leaves at once: one transaction less, and no fold into it', async () => {
    const ctx = { ...testContext(), leavesAtOnce: () => true };
    await add(ctx, 1);
    const transaction = vi.spyOn(ctx.store, 'transaction');
    const { entries } = await freezeHead(ctx.store, WORKSPACE, 10, ctx);
    expect(transaction.mock.calls.map(([mode]) => mode)).toEqual(['read']);
    transaction.mockRestore();
    await rename(ctx, 'Task 1', 'Task one');
    const [first, second] = await ctx.look((tx) => tx.outbox());
    expect([first, second?.seq]).toEqual([entries[0], 2]);
  });

  it('[CL2] [H09] a write that leaves at once says what reading the outbox would find, where nothing waits before it', async () => {
    const said: (Leaving | undefined)[] = [];
    const ctx = {
      ...testContext(),
      leavesAtOnce: () => true,
      onWrite: (_: string, leaving?: Leaving) => said.push(leaving),
    };
    await add(ctx, 1);
    expect(said).toEqual([await freezeHead(ctx.store, WORKSPACE, 10, ctx)]);
    await add(ctx, 2);
    expect(said[1]).toBeUndefined();
  });

  it('[H01] goes again unchanged: a write after it is an entry of its own', async () => {
    const ctx = testContext();
    await add(ctx, 1);
    const first = await freezeHead(ctx.store, WORKSPACE, 10, ctx);
    await rename(ctx, 'Task 1', 'Task one');
    const again = await freezeHead(ctx.store, WORKSPACE, 1, ctx);
    expect(again.entries).toEqual(first.entries);
    expect((await ctx.look((tx) => tx.outbox())).map((entry) => entry.frozen)).toEqual([1, 0]);
  });

  it('[PU6] a try of the first entry is counted, with the time of the first', async () => {
    const ctx = testContext();
    await add(ctx, 1);
    await add(ctx, 2);
    await noteTry(ctx.store, WORKSPACE, 100);
    await noteTry(ctx.store, WORKSPACE, 200);
    const [first, second] = await ctx.look((tx) => tx.outbox());
    expect(first).toMatchObject({ tries: 2, firstTryAt: 100 });
    expect(second).toMatchObject({ tries: 0, firstTryAt: null });
  });

  it('[PU6] [H30] a clock that went back does not make the wait before giving up longer', async () => {
    const ctx = testContext();
    await add(ctx, 1);
    await noteTry(ctx.store, WORKSPACE, 86_400_000);
    await noteTry(ctx.store, WORKSPACE, 200);
    expect(await ctx.look((tx) => tx.outbox())).toMatchObject([{ tries: 2, firstTryAt: 200 }]);
  });

  it('[PL1] says up to which seq results are known here', async () => {
    const ctx = testContext();
    expect((await standing(ctx.store, WORKSPACE, ctx)).ack).toBe(0);
    for (const n of [1, 2, 3]) await add(ctx, n);
    await ctx.store.transaction('relaxed', (tx) => tx.deleteOutbox(WORKSPACE, 1));
    expect((await standing(ctx.store, WORKSPACE, ctx)).ack).toBe(1);
    for (const seq of [2, 3]) await ctx.store.transaction('relaxed', (tx) => tx.deleteOutbox(WORKSPACE, seq));
    expect((await standing(ctx.store, WORKSPACE, ctx)).ack).toBe(3);
  });
});

describe('numbering anew', () => {
  it('[PU3] [H03] [H04] another device id, seq from 1 in each workspace, mutation ids and order kept', async () => {
    const ctx = testContext();
    const other = uuidOf(0xa9);
    for (const n of [1, 2, 3]) await add(ctx, n);
    await add(ctx, 4, other);
    await ctx.store.transaction('relaxed', (tx) => tx.deleteOutbox(WORKSPACE, 1));
    const before = await freezeHead(ctx.store, WORKSPACE, 10, ctx);
    await renumber(ctx.store, ctx);
    const after = await freezeHead(ctx.store, WORKSPACE, 10, ctx);
    expect(after.device.id).not.toBe(before.device.id);
    expect(after.device.lastAt).toBe(before.device.lastAt);
    expect(after.entries.map((entry) => [entry.seq, entry.mutation.seq, entry.mutation.id])).toEqual(
      before.entries.map((entry, i) => [i + 1, i + 1, entry.mutation.id]),
    );
    expect((await freezeHead(ctx.store, other, 10, ctx)).entries.map((entry) => entry.seq)).toEqual([1]);
    await add(ctx, 5);
    expect((await ctx.look((tx) => tx.outbox(WORKSPACE))).map((entry) => entry.seq)).toEqual([1, 2, 3]);
  });
});
