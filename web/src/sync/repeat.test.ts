/** MG12 between devices: the same repeating task done offline on two of them has one next task. */
import type { Entity, Row } from '@holdfast/shared/entities/define-entity';
import { task } from '@holdfast/shared/entities/task';
import { nextTaskId } from '@holdfast/shared/sync/ids';
import { build, uuidOf, WORKSPACE } from '@holdfast/shared/testing/build';
import { expect, it } from 'vitest';
import type { OpIntent } from '../db/intent';
import { mutate } from '../db/mutate';
import { createMiniServer, type MiniServer } from '../testing/mini-server';
import { type TestContext, testContext } from '../testing/write-context';
import { freezeHead } from './freeze';
import { receive } from './receive';

const T = uuidOf(1);
const NEXT = nextTaskId(T);

async function sync(ctx: TestContext, server: MiniServer): Promise<void> {
  const head = await freezeHead(ctx.store, WORKSPACE, 100, ctx);
  const response = server.push(
    head.device.id,
    head.position.cursor,
    head.entries.map((entry) => entry.mutation),
  );
  await receive({
    store: ctx.store,
    accountId: ctx.accountId,
    workspaceId: WORKSPACE,
    sentFrom: { ...head.position, deviceId: head.device.id },
    response: structuredClone(response),
    now: ctx.now(),
  });
}
const row = (ctx: TestContext, id: string) => ctx.look((tx) => tx.row('task', WORKSPACE, id));

/** What completing a repeating task writes (features/tasks/next-of.ts). */
const complete = (dueOn: string): OpIntent[] => [
  {
    op: 'create',
    entity: 'task',
    id: NEXT,
    values: { title: 'Water the seedlings', position: 'a5', recurrence: 'FREQ=WEEKLY', dueOn },
  },
  { op: 'patch', entity: 'task', id: T, base: 1, changes: { status: { from: 'todo', to: 'done' } } },
];

it('[MG12] [MG13] done offline on two devices, the next one exists once, as the later of them made it', async () => {
  const server = createMiniServer();
  const devices = [testContext(undefined, 1), testContext(undefined, 2)] as const;
  const made = build(
    task as unknown as Entity,
    { id: T, position: 'a5', recurrence: 'FREQ=WEEKLY' } as never,
  );
  server.put('task', made);
  for (const ctx of devices) await sync(ctx, server);
  const [early, late] = devices;
  early.at(1_700_000_100_000);
  late.at(1_700_000_200_000);
  for (const [ctx, dueOn] of [
    [late, '2026-03-26'],
    [early, '2026-03-19'],
  ] as const) {
    const written = await mutate(ctx, {
      workspaceId: WORKSPACE,
      name: 'task.complete',
      ops: complete(dueOn),
    });
    expect(written.kind).toBe('saved');
  }
  for (let round = 0; round < 2; round++) for (const ctx of devices) await sync(ctx, server);
  const rows = server.rows().filter(({ entity }) => entity === 'task');
  expect(rows.map(({ row: each }) => each.id).sort()).toEqual([T, NEXT].sort());
  expect(server.row(NEXT)).toMatchObject({ dueOn: '2026-03-26', status: 'todo' });
  expect(server.row(T)).toMatchObject({ status: 'done' });
  expect(server.rows().filter(({ entity }) => entity === 'conflict')).toEqual([]);
  for (const ctx of devices) {
    expect((await row(ctx, NEXT)) as Row).toEqual(server.row(NEXT));
    expect(await ctx.look((tx) => tx.rejected())).toEqual([]);
  }
});
