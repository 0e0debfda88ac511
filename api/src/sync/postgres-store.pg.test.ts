import { label } from '@holdfast/shared/entities/label';
import { memberId } from '@holdfast/shared/sync/ids';
import type { RowChange } from '@holdfast/shared/sync/protocol';
import { build, uuidOf } from '@holdfast/shared/testing/build';
import { afterAll, expect, inject, it } from 'vitest';
import { openOwner, openPool, type Tx } from '../db/pool';
import { takeVersions } from '../db/take-versions';
import { describeHolds } from '../testing/holds-contract';
import { describeServerStore } from '../testing/store-contract';
import type { StoreUnderTest } from '../testing/store-ground';
import { createTestDatabase } from '../testing/test-database';
import { groupCommits, type SharedFailure } from './group-commits';
import { createPostgresStore } from './postgres-store';
import type { ServerTransaction } from './server-store';

const closing: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const close of closing.reverse()) await close();
});

interface OnPostgres extends StoreUnderTest {
  /** A change of a member, as the server itself makes it: without the lock by which pushes take turns. */
  readonly besides: (workspaceId: string) => Promise<void>;
  /** Another process writes the workspace, as long as `work` takes. */
  readonly whileLocked: (workspaceId: string, work: () => Promise<void>) => Promise<void>;
}

async function onPostgres(): Promise<OnPostgres> {
  const database = await createTestDatabase(inject('postgresAdminUrl'));
  const [owner, sql] = [openOwner(database.url), openPool(database.url, 4)];
  closing.push(
    database.drop,
    () => owner.end(),
    () => sql.end(),
  );
  return {
    store: createPostgresStore(sql),
    async found(id, members) {
      await owner`insert into workspace_head (workspace_id, head, created_at) values (${id}, 0, 0)`;
      for (const [n, [account, role]] of Object.entries(members).entries())
        await owner`insert into member (workspace_id, id, version, stamps, created_at, created_by, updated_at, account_id, name, role)
          values (${id}, ${memberId(id, account)}, ${n + 1}, '{}', 0, ${account}, 0, ${account}, 'x', ${role})`;
    },
    async remove(id, account) {
      await owner`update member set removed_at = 1 where workspace_id = ${id} and account_id = ${account}`;
    },
    async besides(id) {
      await owner.begin(async (tx) => {
        const version = await takeVersions(tx as unknown as Tx, id, 2, 'bb');
        await tx`update member set version = ${version + 1} where workspace_id = ${id}`;
      });
    },
    async whileLocked(id, work) {
      await owner.begin(async (tx) => {
        await tx`select pg_advisory_xact_lock(hashtextextended(${id}, 0))`;
        await work();
      });
    },
  };
}

describeServerStore('postgres', onPostgres);
describeHolds('postgres', onPostgres);

it('[AC4] [H67] pushes that share a transaction do not share their rights: a stranger among them sees nothing', async () => {
  const { store, found } = await onPostgres();
  const [ws, sam, eve] = [uuidOf(0xa9), uuidOf(0xc1), uuidOf(0xcc)];
  await found(ws, { [sam]: 'owner' });
  const members = (accountId: string) => ({
    scope: { accountId, workspaceId: ws, mode: 'write' as const },
    work: async (tx: ServerTransaction) => {
      await tx.open(uuidOf(1), [], []);
      const [rows, changes] = await Promise.all([
        tx.rows('member', [memberId(ws, sam)], 'none'),
        tx.changesAbove(0, 10, true),
      ]);
      return [rows.length, changes.length];
    },
  });
  expect(await store.together([members(sam), members(eve), members(sam)])).toEqual([
    [1, 1],
    [0, 0],
    [1, 1],
  ]);
});

/** A push of one new label, and the versions that it is told above `from`. */
const pushing = (ws: string, accountId: string, n: number, from: number, limit = 10) => ({
  scope: { accountId, workspaceId: ws, mode: 'write' as const },
  work: async (tx: ServerTransaction) => {
    const { version } = await tx.open(uuidOf(n), [], []);
    const taken = await tx.takeVersions(1, `c${n}`, version);
    const row = build(label, { id: uuidOf(n), workspaceId: ws, version: taken });
    const device = { id: uuidOf(n), accountId, name: 'd', ack: 0, told: 0, seenAt: 0 };
    await Promise.all([tx.insertRows('label', [row]), tx.putDevice(device)]);
    return (await tx.changesAbove(from, limit, limit >= 10)).map((change) => change.row.version);
  },
});
const looking = (ws: string, accountId: string, after: () => Promise<void> = async () => undefined) => ({
  scope: { accountId, workspaceId: ws, mode: 'write' as const },
  work: async (tx: ServerTransaction) => {
    const { membership } = await tx.open(uuidOf(1), [], []);
    const rows = await tx.changesAbove(0, 10, true);
    await after();
    return [membership.kind, rows.length];
  },
});

it('[AC4] [H67] what members have read in a transaction is read by no stranger in it', async () => {
  const { store, found } = await onPostgres();
  const [ws, sam, eve] = [uuidOf(0xa9), uuidOf(0xc1), uuidOf(0xcc)];
  await found(ws, { [sam]: 'owner' });
  const told = await store.together<unknown>([
    pushing(ws, sam, 7, 0),
    looking(ws, eve),
    pushing(ws, sam, 8, 0),
  ]);
  expect(told).toEqual([
    [1, 1],
    ['stranger', 0],
    [1, 1, 2],
  ]);
});

it('[AC4] [CL8] nor by who was a member at its beginning and is none any more', async () => {
  const { store, found, remove } = await onPostgres();
  const [ws, sam, eve] = [uuidOf(0xa9), uuidOf(0xc1), uuidOf(0xcc)];
  await found(ws, { [sam]: 'owner', [eve]: 'member' });
  const told = await store.together<unknown>([
    looking(ws, eve, () => remove(ws, eve)),
    pushing(ws, sam, 7, 0),
    looking(ws, eve),
  ]);
  // Her own membership, which she may always see.
  expect([told[0], told[2]]).toEqual([
    ['member', 2],
    ['removed', 1],
  ]);
});

it('[PU7] a page that is not all there is serves nobody else', async () => {
  const { store, found } = await onPostgres();
  const [ws, sam] = [uuidOf(0xa9), uuidOf(0xc1)];
  await found(ws, { [sam]: 'owner' });
  await store.together([12, 13, 14].map((n) => pushing(ws, sam, n, 0)));
  const told = await store.together([pushing(ws, sam, 20, 0, 2), pushing(ws, sam, 21, 1)]);
  expect(told).toEqual([
    [1, 1],
    [2, 3, 4, 5],
  ]);
});

it('[PU4] [H16] what somebody commits without the workspace’s lock, between jobs that share a transaction, is missed by none', async () => {
  const { store, found, besides } = await onPostgres();
  const [ws, sam] = [uuidOf(0xa9), uuidOf(0xc1)];
  await found(ws, { [sam]: 'owner' });
  const scope = { accountId: sam, workspaceId: ws, mode: 'write' as const };
  const seen = (changes: readonly RowChange[]) => changes.map(({ row }) => row.version);
  const reads = async (tx: ServerTransaction) => {
    await tx.open(uuidOf(1), [], []);
    const changes = seen(await tx.changesAbove(0, 10, true));
    await besides(ws);
    return changes;
  };
  const writesOne = async (tx: ServerTransaction) => {
    const { version } = await tx.open(uuidOf(2), [], []);
    const taken = await tx.takeVersions(1, 'cc', version);
    await tx.insertRows('label', [build(label, { id: uuidOf(7), workspaceId: ws, version: taken })]);
    return seen(await tx.changesAbove(0, 10, true));
  };
  expect(
    await store.together([
      { scope, work: reads },
      { scope, work: writesOne },
    ]),
  ).toEqual([[1], [2, 3]]);
});

/** Jobs of one account that write a device each, and say so. */
async function inOneBreath(writing: (tx: ServerTransaction, n: number) => Promise<void>) {
  const { store, found } = await onPostgres();
  const [ws, sam] = [uuidOf(0xa9), uuidOf(0xc1)];
  await found(ws, { [sam]: 'owner' });
  const order: string[] = [];
  const job = (n: number) => ({
    scope: { accountId: sam, workspaceId: ws, mode: 'write' as const },
    work: async (tx: ServerTransaction) => {
      order.push(`${n} begins`);
      const before = await tx.device(uuidOf(n - 1));
      const device = { id: uuidOf(n), accountId: sam, name: 'x', ack: n, told: 0, seenAt: 1 };
      const written = Promise.all([tx.putDevice(device), writing(tx, n)]);
      tx.nothingFollows();
      await written;
      order.push(`${n} wrote`);
      return before?.ack ?? null;
    },
  });
  const told = await store.together([job(1), job(2), job(3)]).catch((error: { code: string }) => error.code);
  const left = await store.transaction({ accountId: sam, workspaceId: ws, mode: 'snapshot' }, (tx) =>
    tx.deviceNames([1, 2, 3].map(uuidOf)),
  );
  return { told, order, left: left.size };
}

it('[PU4] [H29] jobs that share a transaction do not wait for each other’s answers, and find what was written', async () => {
  const { told, order, left } = await inOneBreath(async () => undefined);
  expect(told).toEqual([null, 1, 2]);
  expect(left).toBe(3);
  expect(order.indexOf('2 begins')).toBeLessThan(order.indexOf('1 wrote'));
  expect(order.indexOf('3 begins')).toBeLessThan(order.indexOf('2 wrote'));
});

it('[PU4] [H29] where one of them fails, all of it is taken back, and its error is the one that is told', async () => {
  const { told, left } = await inOneBreath(async (tx, n) => {
    // The second is refused: no account is called so.
    const held = {
      id: uuidOf(7),
      holdId: uuidOf(8),
      accountId: 'nobody',
      deviceId: uuidOf(9),
      seq: 1,
      time: 1,
    };
    const mutation = { id: uuidOf(7), seq: 1, schema: 1, at: 1, seen: null, name: 'x', group: null, ops: [] };
    if (n === 2) await tx.writeHeld([{ ...held, version: 1, takes: 1, mutation }]);
  });
  expect(told).toBe('22P02');
  expect(left).toBe(0);
});

it('[PU4] [H29] where one waits long for a lock, those that share its transaction do not wait with it', async () => {
  const { store, found, whileLocked } = await onPostgres();
  const [held, open, sam] = [uuidOf(0xa8), uuidOf(0xa9), uuidOf(0xc1)];
  for (const ws of [held, open]) await found(ws, { [sam]: 'owner' });
  const reported: SharedFailure[] = [];
  const grouped = groupCommits(store, (failure) => reported.push(failure));
  const opening = (workspaceId: string) =>
    grouped.transaction({ accountId: sam, workspaceId, mode: 'write' }, async (tx) => {
      await tx.open(uuidOf(1), [], []);
      return 'done';
    });
  let waits: Promise<string> | undefined;
  await whileLocked(held, async () => {
    // Three are under way, so that the next two share one.
    const three = [1, 2, 3].map((n) => opening(uuidOf(n)));
    waits = opening(held);
    expect(await opening(open)).toBe('done');
    await Promise.all(three);
    expect(reported).toMatchObject([{ pushes: 2, workspaceIds: [held, open], error: { code: '55P03' } }]);
    // Nor do those that come later.
    expect(await opening(open)).toBe('done');
  });
  expect(await waits).toBe('done');
});
