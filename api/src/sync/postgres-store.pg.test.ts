import { memberId } from '@holdfast/shared/sync/ids';
import { afterAll, inject } from 'vitest';
import { openOwner, openPool } from '../db/pool';
import { describeHolds } from '../testing/holds-contract';
import { describeServerStore, type StoreUnderTest } from '../testing/store-contract';
import { createTestDatabase } from '../testing/test-database';
import { createPostgresStore } from './postgres-store';

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
