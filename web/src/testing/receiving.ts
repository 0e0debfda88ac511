/** A device and a small server that answers it: what the tests of receiving share. */
import type { Row } from '@holdfast/shared/entities/define-entity';
import { task } from '@holdfast/shared/entities/task';
import type { SyncResponse } from '@holdfast/shared/sync/protocol';
import { build, uuidOf, WORKSPACE } from '@holdfast/shared/testing/build';
import type { LocalStore } from '../db/local-store';
import { type Position, readPosition } from '../db/meta';
import { mutate } from '../db/mutate';
import { standing as deviceStanding, freezeHead } from '../sync/freeze';
import { type Received, receive } from '../sync/receive';
import type { MiniServer } from './mini-server';
import type { TestContext } from './write-context';

export const T = uuidOf(1);
export const NOW = 1_800_000_000_000;
export const DAY = 86_400_000;
export const server = (id: number, values = {}): Row =>
  build(task, {
    id: uuidOf(id),
    title: `Task ${id}`,
    workspaceId: WORKSPACE,
    ...values,
  });

export const standing = (ctx: TestContext): Promise<Position> =>
  ctx.look((tx) => readPosition(tx, WORKSPACE));
export const take = (
  ctx: TestContext,
  position: Position,
  response: SyncResponse,
  now = NOW,
  deviceId = '',
): Promise<Received> => {
  const { store, accountId } = ctx;
  const sentFrom = { ...position, deviceId };
  return receive({ store, accountId, workspaceId: WORKSPACE, sentFrom, response, now });
};

export async function pull(ctx: TestContext, from: MiniServer, limit = 1000, now = NOW): Promise<Received> {
  const { device, position } = await deviceStanding(ctx.store, WORKSPACE, ctx);
  return take(ctx, position, from.pull(device.id, position.cursor, limit), now, device.id);
}
export async function push(ctx: TestContext, to: MiniServer, limit = 100): Promise<Received> {
  const { device, position, entries } = await freezeHead(ctx.store, WORKSPACE, limit, ctx);
  return take(
    ctx,
    position,
    to.push(
      device.id,
      position.cursor,
      entries.map((entry) => entry.mutation),
    ),
    NOW,
    device.id,
  );
}
export const rename = (ctx: TestContext, from: string, to: string, base: number) =>
  mutate(ctx, {
    workspaceId: WORKSPACE,
    name: 'task.rename',
    ops: [{ op: 'patch', entity: 'task', id: T, base, changes: { title: { from, to } } }],
  });
export const add = (ctx: TestContext, id = T, title = 'Pay') =>
  mutate(ctx, {
    workspaceId: WORKSPACE,
    name: 'task.add',
    ops: [{ op: 'create', entity: 'task', id, values: { title, position: 'a0' } }],
  });
export const view = (ctx: TestContext, id = T) => ctx.look((tx) => tx.row('task', WORKSPACE, id));
export const all = async (store: LocalStore) =>
  store.transaction('read', async (tx) => ({
    outbox: await tx.outbox(),
    acked: await tx.acked(),
    rejected: await tx.rejected(),
    pending: await tx.pendingRows(WORKSPACE),
  }));
