import type { Row } from '@holdfast/shared/entities/define-entity';
import { uuidOf, WORKSPACE } from '@holdfast/shared/testing/build';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mutate } from '../db/mutate';
import { createMiniServer, type MiniServer } from '../testing/mini-server';
import { type TestContext, testContext } from '../testing/write-context';
import { adopt } from './adopt';
import { freezeHead, standing } from './freeze';
import { receive } from './receive';
import { startOver } from './receive-walk';
import { renumber } from './renumber';

/** What may happen on one of the devices. */
type Step = readonly [device: number, what: string, row: number, value: number];
const WHATS = [
  'add',
  'title',
  'title',
  'describe',
  'status',
  'priority',
  'labels',
  'delete',
  'restore',
  'push',
  'push',
  'push-lost',
  'pull',
  'pull-small',
  'pull-late',
  'push-late',
  'walk',
  'renumber',
];
const step: fc.Arbitrary<Step> = fc.tuple(fc.nat(2), fc.constantFrom(...WHATS), fc.nat(3), fc.nat(5));

const WORDS = ['milk', 'rent', 'call Ana', 'pay', 'boat', 'quote'];
const LABELS = [0xf1, 0xf2, 0xf3].map(uuidOf);
const STATUSES = ['todo', 'in_progress', 'blocked', 'done', 'cancelled', 'todo'];

interface Device {
  readonly ctx: TestContext;
  /** A pull that is still under way. */
  late: (() => Promise<unknown>) | null;
}

async function sync(device: Device, server: MiniServer, how: 'push' | 'push-lost' | 'pull', limit = 1000) {
  const { ctx } = device;
  const none = async () => ({ ...(await standing(ctx.store, WORKSPACE, ctx)), entries: [] });
  const head = how === 'pull' ? await none() : await freezeHead(ctx.store, WORKSPACE, 3, ctx);
  const sent = head.entries;
  const cursor = head.position.cursor;
  const response =
    how === 'pull'
      ? server.pull(head.device.id, cursor, limit)
      : server.push(
          head.device.id,
          cursor,
          sent.map((entry) => entry.mutation),
          limit,
        );
  const finish = () =>
    receive({
      store: ctx.store,
      accountId: ctx.accountId,
      workspaceId: WORKSPACE,
      sentFrom: { ...head.position, deviceId: head.device.id },
      response: structuredClone(response),
      now: ctx.now(),
    });
  return { finish, lost: how === 'push-lost' };
}

/** The row as its person sees it. */
const seen = (ctx: TestContext, id: string) => ctx.look((tx) => tx.row('task', WORKSPACE, id));

async function act(device: Device, server: MiniServer, [, what, n, value]: Step): Promise<void> {
  const { ctx } = device;
  const id = uuidOf(n + 1);
  const row = await seen(ctx, id);
  const write = (field: string, to: Row[string]) =>
    row &&
    mutate(ctx, {
      workspaceId: WORKSPACE,
      name: `task.${field}`,
      ops: [
        {
          op: 'patch',
          entity: 'task',
          id,
          base: row.version,
          changes: { [field]: { from: row[field] as never, to: to as never } },
        },
      ],
    });
  if (what === 'add') {
    const fresh = uuidOf(0x100 + value + n * 8 + Number(ctx.accountId.at(-1)) * 64);
    await mutate(ctx, {
      workspaceId: WORKSPACE,
      name: 'task.add',
      ops: [
        { op: 'create', entity: 'task', id: fresh, values: { title: WORDS[value] ?? 'x', position: 'a0' } },
      ],
    });
  } else if (what === 'title')
    await write('title', `${WORDS[value]} ${String(row?.title ?? '')}`.slice(0, 200).trim());
  else if (what === 'describe')
    await write('description', `${String(row?.description ?? '')} ${WORDS[value]}`.trim());
  else if (what === 'status') await write('status', STATUSES[value] ?? 'todo');
  else if (what === 'priority') await write('priority', 1 + (value % 4));
  else if (what === 'labels') await write('labels', LABELS.slice(0, value % 4));
  else if ((what === 'delete' || what === 'restore') && row)
    await mutate(ctx, {
      workspaceId: WORKSPACE,
      name: `task.${what}`,
      ops: [{ op: what, entity: 'task', id, base: row.version }],
    });
  else if (what === 'push' || what === 'push-lost') {
    const { finish, lost } = await sync(device, server, what);
    if (!lost) await finish();
  } else if (what === 'pull') await (await sync(device, server, 'pull')).finish();
  else if (what === 'pull-small') await (await sync(device, server, 'pull', 2)).finish();
  else if (what === 'pull-late' || what === 'push-late') {
    await device.late?.();
    device.late = (await sync(device, server, what === 'pull-late' ? 'pull' : 'push', 3)).finish;
  } else if (what === 'walk') await startOver(ctx.store, WORKSPACE, ctx.now());
  else if (what === 'renumber') await renumber(ctx.store, ctx);
}

const sorted = (rows: readonly Row[]) => [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));

async function settle(devices: readonly Device[], server: MiniServer): Promise<void> {
  for (let round = 0; round < 3; round += 1)
    for (const device of devices) {
      for (let n = 0; n < 200; n += 1) {
        await (await sync(device, server, 'push')).finish();
        const left = await device.ctx.look(async (tx) => ({
          waiting: await tx.outboxCount(),
          position: await tx.meta(`position/${WORKSPACE}`),
        }));
        if (
          left.waiting === 0 &&
          (left.position as { version?: number } | undefined)?.version === server.push('x', null, []).version
        )
          break;
      }
    }
}

function start() {
  const server = createMiniServer();
  const devices = [1, 2, 3].map((n): Device => {
    const ctx = { ...testContext(undefined, n * 7919), accountId: uuidOf(0xc0 + n) };
    return { ctx, late: null };
  });
  return { server, devices };
}

describe('three devices and a server', () => {
  it('[CL3] [MG1] [H36] end equal, whatever is made, lost, late or walked anew; nothing is refused or left behind', async () => {
    let merged = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 60 }), async (steps) => {
        const { server, devices } = start();
        const [first] = devices;
        if (!first) throw new Error('no device');
        for (let n = 1; n <= 4; n += 1)
          await mutate(first.ctx, {
            workspaceId: WORKSPACE,
            name: 'task.add',
            ops: [
              { op: 'create', entity: 'task', id: uuidOf(n), values: { title: `Task ${n}`, position: 'a0' } },
            ],
          });
        await settle(devices, server);
        for (const one of steps) await act(devices[one[0]] as Device, server, one);
        for (const device of devices) await device.late?.();
        await settle(devices, server);

        const rows = server.rows();
        merged += rows.filter(({ entity }) => entity === 'conflict').length;
        for (const { ctx } of devices) {
          const local = await ctx.look(async (tx) => ({
            tasks: await tx.rows('task', WORKSPACE),
            conflicts: await tx.rows('conflict', WORKSPACE),
            pending: await tx.pendingRows(WORKSPACE),
            waiting: await tx.outboxCount(),
            rejected: await tx.rejected(),
          }));
          const theirs = (entity: string) =>
            sorted(rows.filter((one) => one.entity === entity).map((one) => one.row));
          expect(sorted(local.tasks)).toEqual(theirs('task'));
          expect(sorted(local.conflicts)).toEqual(theirs('conflict'));
          expect(local).toMatchObject({ pending: [], waiting: 0, rejected: [] });
        }
      }),
      { numRuns: 120 },
    );
    // The runs did meet each other's edits.
    expect(merged).toBeGreaterThan(0);
  });

  it('[PL4] [H25] end equal after the server was restored, and every task that was made is there', async () => {
    let restored = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 25 }),
        fc.array(step, { minLength: 1, maxLength: 25 }),
        fc.array(step, { maxLength: 25 }),
        async (before, lost, after) => {
          const { server, devices } = start();
          const play = async (steps: readonly Step[]) => {
            for (const one of steps) await act(devices[one[0]] as Device, server, one);
          };
          await play(before);
          const restore = server.save();
          const head = server.rows().length;
          await play(lost);
          if (server.rows().length > head) restored += 1;
          restore();
          // A restored server was stopped before: no answer of its old history is still on its way.
          for (const device of devices) device.late = null;
          await play(after);
          for (const device of devices) await device.late?.();
          await settle(devices, server);
          const theirs = sorted(
            server
              .rows()
              .filter((one) => one.entity === 'task')
              .map((one) => one.row),
          );
          for (const { ctx } of devices) {
            const local = await ctx.look(async (tx) => ({
              tasks: await tx.rows('task', WORKSPACE),
              pending: await tx.pendingRows(WORKSPACE),
              waiting: await tx.outboxCount(),
            }));
            expect(sorted(local.tasks)).toEqual(theirs);
            expect(local).toMatchObject({ pending: [], waiting: 0 });
          }
          const made = [...before, ...lost, ...after].filter(([, what]) => what === 'add');
          for (const [device, , n, value] of made)
            expect(server.row(uuidOf(0x100 + value + n * 8 + (device + 1) * 64))).toBeDefined();
        },
      ),
      { numRuns: 80 },
    );
    expect(restored).toBeGreaterThan(0);
  });

  it('[CL12] local work moves into an account; a crash between the steps changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), fc.nat(2), async (steps, crashes) => {
        const { server, devices } = start();
        const [nobody, account] = devices as [Device, Device];
        const written = steps.filter(
          ([, what]) => !what.startsWith('push') && !what.startsWith('pull') && what !== 'walk',
        );
        for (const one of written) await act(nobody, server, one);
        const before = await nobody.ctx.look((tx) => tx.rows('task', WORKSPACE));
        const to = { accountId: account.ctx.accountId, workspaceId: WORKSPACE };
        for (let n = 0; n <= crashes; n += 1) {
          await adopt(nobody.ctx.store, account.ctx.store, to, account.ctx);
          if (n === 0) await settle([account], server);
        }
        await settle([account], server);
        const after = await account.ctx.look((tx) => tx.rows('task', WORKSPACE));
        expect(sorted(after).map((row) => [row.id, row.title, row.status, row.deletedAt === null])).toEqual(
          sorted(before).map((row) => [row.id, row.title, row.status, row.deletedAt === null]),
        );
        expect(sorted(after)).toEqual(
          sorted(
            server
              .rows()
              .filter((one) => one.entity === 'task')
              .map((one) => one.row),
          ),
        );
        const refused = await mutate(nobody.ctx, {
          workspaceId: WORKSPACE,
          name: 'task.add',
          ops: [
            { op: 'create', entity: 'task', id: uuidOf(0x999), values: { title: 'Late', position: 'a0' } },
          ],
        });
        expect(refused).toMatchObject({ kind: 'refused', code: 'moved' });
      }),
      { numRuns: 60 },
    );
  });
});
