/** MG12 between devices: the same repeating task done offline on two of them has one next task. */
import type { Row } from '@holdfast/shared/entities/define-entity';
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

/** Two devices that know of one repeating task. */
async function twoDevices() {
  const server = createMiniServer();
  const devices = [testContext(undefined, 1), testContext(undefined, 2)] as const;
  server.put('task', build(task, { id: T, position: 'a5', recurrence: 'FREQ=WEEKLY' }));
  for (const ctx of devices) await sync(ctx, server);
  return { server, devices };
}

async function write(ctx: TestContext, name: string, ops: OpIntent[]): Promise<void> {
  expect((await mutate(ctx, { workspaceId: WORKSPACE, name, ops })).kind).toBe('saved');
}

it('[MG12] [MG13] done offline on two devices, the next one exists once, as the later of them made it', async () => {
  const { server, devices } = await twoDevices();
  const [early, late] = devices;
  early.at(1_700_000_100_000);
  late.at(1_700_000_200_000);
  for (const [ctx, dueOn] of [
    [late, '2026-03-26'],
    [early, '2026-03-19'],
  ] as const)
    await write(ctx, 'task.complete', complete(dueOn));
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

it.each(['before', 'after'])(
  '[MG12] [MG13] [PU8] done by somebody %s another took it back, unseen: it is done, and there is a next one',
  async (when) => {
    const { server, devices } = await twoDevices();
    const [ana, ben] = devices;
    ana.at(1_700_000_100_000);
    await write(ana, 'task.complete', complete('2026-03-19'));
    ana.at(1_700_000_200_000);
    await write(ana, 'change.undo', [
      { op: 'patch', entity: 'task', id: T, base: 1, changes: { status: { from: 'done', to: 'todo' } } },
      { op: 'delete', entity: 'task', id: NEXT, base: 0 },
    ]);
    ben.at(when === 'after' ? 1_700_000_300_000 : 1_700_000_150_000);
    await write(ben, 'task.complete', complete('2026-03-26'));
    for (let round = 0; round < 2; round++) for (const ctx of devices) await sync(ctx, server);
    expect(server.row(T)).toMatchObject({ status: 'done' });
    expect(server.row(NEXT)).toMatchObject({ deletedAt: null });
    for (const ctx of devices) expect(await row(ctx, NEXT)).toEqual(server.row(NEXT));
  },
);
