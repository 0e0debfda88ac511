import { memberId } from '@holdfast/shared/sync/ids';
import { uuidOf } from '@holdfast/shared/testing/build';
import { afterAll, expect, inject, it } from 'vitest';
import { openOwner, openPool } from '../db/pool';
import { describeHolds } from '../testing/holds-contract';
import { describeServerStore } from '../testing/store-contract';
import type { StoreUnderTest } from '../testing/store-ground';
import { createTestDatabase } from '../testing/test-database';
import { createPostgresStore } from './postgres-store';
import type { ServerTransaction } from './server-store';

const closing: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const close of closing.reverse()) await close();
});

async function onPostgres(): Promise<StoreUnderTest> {
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
    work: async (tx: ServerTransaction) => (await tx.rows('member', [memberId(ws, sam)], 'none')).length,
  });
  expect(await store.together([members(sam), members(eve), members(sam)])).toEqual([1, 0, 1]);
});
