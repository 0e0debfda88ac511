/** A row's history over the real routes and a real Postgres. */
import type { HistoryPage } from '@holdfast/shared/sync/history';
import { buildOp } from '@holdfast/shared/testing/build';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { anId, SyncClient } from '../testing/sync-client';
import { createTask, patchTask } from '../testing/sync-device';
import { codeOf, createTestApp, type TestApp } from '../testing/test-app';

type Person = Awaited<ReturnType<TestApp['person']>>;

let at: TestApp;
let ana: Person;
let ws: string;
beforeAll(async () => {
  at = await createTestApp(inject('postgresAdminUrl'));
  ana = await at.person('Ana');
});
afterAll(() => at.close());
beforeEach(async () => {
  ws = anId();
  await ana.ask('/api/workspaces', { body: { id: ws, name: 'Boat club' } });
});

const ask = (who: Person, query: { readonly [key: string]: string | number }) =>
  who.ask(
    `/sync/history?${new URLSearchParams(Object.entries(query).map(([k, v]): [string, string] => [k, String(v)]))}`,
  );
const page = async (query: { readonly [key: string]: string | number }) => {
  const answer = await ask(ana, { workspaceId: ws, entity: 'task', ...query });
  expect(answer.status).toBe(200);
  return answer.body as unknown as HistoryPage;
};

describe('a row’s history', () => {
  test('[HY1] says who, when, on which device, from what to what', async () => {
    const phone = new SyncClient(ana, ws);
    const id = anId();
    await phone.write(createTask(id, { title: 'Pay' }));
    const rename = phone.mutation(
      [patchTask(id, phone.version, { title: { from: 'Pay', to: 'Pay rent' } })],
      { name: 'task.rename' },
    );
    await phone.push([rename], { deviceName: 'Ana’s phone' });
    const { entries, next } = await page({ id });
    expect(next).toBeNull();
    expect(entries).toMatchObject([
      {
        field: 'title',
        from: 'Pay',
        to: 'Pay rent',
        accountId: ana.accountId,
        deviceId: phone.deviceId,
        deviceName: 'Ana’s phone',
        mutationId: rename.id,
        name: 'task.rename',
      },
      { field: '_', from: null, to: null },
    ]);
  });

  test('[HY1] comes in pages that join without a gap and without a line twice', async () => {
    const phone = new SyncClient(ana, ws);
    const id = anId();
    await phone.write(createTask(id, { title: '0' }));
    for (let n = 1; n <= 4; n++)
      await phone.write(
        patchTask(id, phone.version, {
          title: { from: `${n - 1}`, to: `${n}` },
          priority: { from: n === 1 ? 2 : ((n - 1) % 2) + 3, to: (n % 2) + 3 },
        }),
      );
    const whole = (await page({ id })).entries;
    expect(whole).toHaveLength(9);
    const read = [];
    for (let before: string | null = ''; before !== null; ) {
      const part: HistoryPage = await page({ id, limit: 2, ...(before ? { before } : {}) });
      expect(part.entries.length).toBeLessThanOrEqual(2);
      read.push(...part.entries);
      before = part.next;
    }
    expect(read).toEqual(whole);
  });

  test('[HY1] long texts make short pages', async () => {
    const phone = new SyncClient(ana, ws);
    const id = anId();
    const text = (n: number) => `${n}`.repeat(90_000);
    await phone.write(createTask(id, { description: text(0) }));
    for (let n = 1; n <= 8; n++)
      await phone.write(patchTask(id, phone.version, { description: { from: text(n - 1), to: text(n) } }));
    const first = await page({ id });
    expect(first.entries).toHaveLength(5);
    const rest = await page({ id, before: first.next ?? '' });
    expect(rest.entries).toHaveLength(4);
    expect(rest.next).toBeNull();
  });

  test('[WR2] [H70] absent, another workspace’s and of no entity are answered alike; strangers learn nothing', async () => {
    const ben = await at.person('Ben');
    const secret = new SyncClient(ben, anId());
    await ben.ask('/api/workspaces', { body: { id: secret.workspaceId, name: 'Secret' } });
    const foreign = anId();
    await secret.write(createTask(foreign));
    expect((await page({ id: foreign })).entries).toEqual([]);
    expect(await page({ id: foreign })).toEqual(await page({ id: anId() }));
    expect(await page({ id: anId(), entity: 'nonsense' })).toEqual(await page({ id: anId() }));

    const there = await ask(ana, { workspaceId: secret.workspaceId, entity: 'task', id: foreign });
    const nowhere = await ask(ana, { workspaceId: anId(), entity: 'task', id: foreign });
    expect(codeOf(there)).toBe('404 unknown_workspace');
    expect(codeOf(nowhere)).toBe('404 unknown_workspace');
  });

  test('[CL8] [AC5] a former member is told so; a viewer reads', async () => {
    const ben = await at.person('Ben');
    const phone = new SyncClient(ana, ws);
    const id = anId();
    await phone.write(createTask(id));
    const invite = await ana.ask(`/api/workspaces/${ws}/invites`, { body: { role: 'viewer' } });
    await ben.ask('/api/invites/accept', { body: { token: invite.body.token } });
    const asBen = () => ask(ben, { workspaceId: ws, entity: 'task', id });
    expect((await asBen()).status).toBe(200);
    await ana.ask(`/api/workspaces/${ws}/members/${ben.accountId}`, { method: 'DELETE' });
    const after = await asBen();
    expect(codeOf(after)).toBe('403 removed');
  });

  test('[HY1] the creation of what never was has no history; a delete and what was kept of it have one', async () => {
    const phone = new SyncClient(ana, ws);
    const id = anId();
    await phone.write(createTask(id));
    await phone.write(buildOp({ op: 'delete', entity: 'task', id, base: phone.version }));
    expect((await page({ id })).entries.map(({ field }) => field)).toEqual(['deletedAt', '_']);
  });

  test('[WR5] what is no question is refused', async () => {
    for (const query of [{ id: 'x' }, { id: anId(), before: 'late' }, { id: anId(), limit: 0 }])
      expect((await ask(ana, { workspaceId: ws, entity: 'task', ...query } as never)).status).toBe(400);
  });
});
