import { conflict } from '@holdfast/shared/entities/conflict';
import { task } from '@holdfast/shared/entities/task';
import { build, uuidOf, WORKSPACE } from '@holdfast/shared/testing/build';
import { describe, expect, it } from 'vitest';
import { mutate } from '../db/mutate';
import { editRejected, retryRejected } from '../db/rejected';
import { createMiniServer, type MiniServer } from '../testing/mini-server';
import { type TestContext, testContext } from '../testing/write-context';
import { freezeHead } from './freeze';
import { receive } from './receive';

const [T, Q] = [uuidOf(1), uuidOf(2)];

/** One person on two devices, both with the open question on screen. */
async function asked() {
  const there = createMiniServer();
  there.put('task', build(task, { id: T, title: 'Mooring rope' }));
  there.put('conflict', build(conflict, { id: Q, entity: 'task', rowId: T, state: 'open' }));
  const [phone, laptop] = [testContext(undefined, 1), testContext(undefined, 2)];
  for (const ctx of [phone, laptop]) await sync(ctx, there);
  return { there, phone, laptop };
}

async function sync(ctx: TestContext, there: MiniServer): Promise<void> {
  const { device, position, entries } = await freezeHead(ctx.store, WORKSPACE, 100, ctx);
  const mutations = entries.map((entry) => entry.mutation);
  const response = there.push(device.id, position.cursor, mutations);
  const { store, accountId } = ctx;
  const sentFrom = { ...position, deviceId: device.id };
  await receive({ store, accountId, workspaceId: WORKSPACE, sentFrom, response, now: 1 });
}

const settle = (ctx: TestContext, to: string | null) =>
  mutate(ctx, {
    workspaceId: WORKSPACE,
    name: 'question.settle',
    ops: [
      ...(to === null
        ? []
        : [
            {
              op: 'patch' as const,
              entity: 'task',
              id: T,
              base: 1,
              guard: true,
              changes: { title: { from: 'Mooring rope', to } },
            },
          ]),
      {
        op: 'patch',
        entity: 'conflict',
        id: Q,
        base: 2,
        guard: true,
        changes: { state: { from: 'open', to: 'settled' } },
      },
    ],
  });
const rejected = (ctx: TestContext) => ctx.look((tx) => tx.rejected(WORKSPACE));
const title = (ctx: TestContext) => ctx.look(async (tx) => (await tx.row('task', WORKSPACE, T))?.title);
const left = (ctx: TestContext) =>
  ctx.look(async (tx) => (await tx.acked(WORKSPACE)).map((entry) => entry.left));

describe('a question settled twice at once', () => {
  it('[MG10] the second keeps its words where their author sees them, and can still have them', async () => {
    const { there, phone, laptop } = await asked();
    await settle(phone, 'Floating rope');
    await settle(laptop, 'Sinking rope');
    await sync(phone, there);
    await sync(laptop, there);
    expect(await left(laptop)).toEqual([['title', 'state']]);
    expect(await title(laptop)).toBe('Floating rope');
    const [kept] = await rejected(laptop);
    expect(kept).toMatchObject({
      code: 'left',
      mutation: { ops: [{ changes: { title: { to: 'Sinking rope' } } }] },
    });
    expect(kept?.mutation.ops).toHaveLength(1);
    // "Use mine": guarded on what stands by now.
    expect((await retryRejected(laptop, [kept?.mutation.id ?? ''])).kind).toBe('saved');
    await sync(laptop, there);
    expect(there.row(T)?.title).toBe('Sinking rope');
    expect(await rejected(laptop)).toEqual([]);
  });

  it('[MG10] [CL5] other words in their place are guarded on what stands by now as well: they are not lost', async () => {
    const { there, phone, laptop } = await asked();
    await settle(phone, 'Floating rope');
    await settle(laptop, 'Sinking rope');
    await sync(phone, there);
    await sync(laptop, there);
    const [kept] = await rejected(laptop);
    const changes = { title: { from: 'Mooring rope', to: 'Oak rope' } };
    const written = await editRejected(
      laptop,
      [kept?.mutation.id ?? ''],
      [{ op: 'patch', entity: 'task', id: T, base: 1, guard: true, changes }],
    );
    expect(written.kind).toBe('saved');
    expect([await title(laptop), await rejected(laptop)]).toEqual(['Oak rope', []]);
    await sync(laptop, there);
    expect(there.row(T)?.title).toBe('Oak rope');
  });

  it('[MG10] both decided the same: nobody has to hear of it', async () => {
    const { there, phone, laptop } = await asked();
    await settle(phone, 'Floating rope');
    await settle(laptop, 'Floating rope');
    await sync(phone, there);
    await sync(laptop, there);
    expect([await rejected(laptop), await title(laptop)]).toEqual([[], 'Floating rope']);
  });

  it('[MG10] [PU8] what stands was kept there: the other decision holds, and the second is told of the first', async () => {
    const { there, phone, laptop } = await asked();
    await settle(phone, null);
    await settle(laptop, 'Sinking rope');
    await sync(phone, there);
    await sync(laptop, there);
    expect(await left(laptop)).toEqual([['state']]);
    expect([await rejected(laptop), await title(laptop)]).toEqual([[], 'Sinking rope']);
  });

  it('a guard that leaves something alone in anything else is told by who made it, not here', async () => {
    const { there, phone, laptop } = await asked();
    const rename = (ctx: TestContext, to: string) =>
      mutate(ctx, {
        workspaceId: WORKSPACE,
        name: 'change.undo',
        ops: [
          {
            op: 'patch',
            entity: 'task',
            id: T,
            base: 1,
            guard: true,
            changes: { title: { from: 'Mooring rope', to } },
          },
        ],
      });
    await rename(phone, 'A');
    await rename(laptop, 'B');
    await sync(phone, there);
    await sync(laptop, there);
    expect([await left(laptop), await rejected(laptop)]).toEqual([[['title']], []]);
  });
});
