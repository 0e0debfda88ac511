/** A tenant transaction whose connection ends under it. */
import { uuidOf } from '@holdfast/shared/testing/build';
import { expect, inject, test } from 'vitest';
import { createTestDatabase } from '../testing/test-database';
import { openOwner, openPool, type Tx } from './pool';
import { asAccount, asNobody } from './tenant';

test('a connection that ends in a transaction fails whoever is in it, not the process, and another takes its place', async () => {
  const database = await createTestDatabase(inject('postgresAdminUrl'));
  const [owner, sql] = [openOwner(database.url), openPool(database.url, 1)];
  const uncaught: unknown[] = [];
  const keep = (error: unknown) => void uncaught.push(error);
  process.on('uncaughtException', keep);
  const ended = async (tx: Tx) => {
    const [here] = await tx<{ pid: number }[]>`select pg_backend_pid() as pid`;
    await Promise.all([
      tx`select pg_sleep(60)`,
      owner`select pg_terminate_backend(${here?.pid ?? 0}, 10000)`,
    ]);
  };
  try {
    for (const run of [() => asNobody(sql, ended), () => asAccount(sql, uuidOf(0xc1), ended)])
      await expect(run()).rejects.toThrow(/CONNECTION_CLOSED|terminating connection/);
    expect(await asNobody(sql, (tx) => tx`select 1 as one`)).toEqual([{ one: 1 }]);
    expect(uncaught).toEqual([]);
  } finally {
    process.off('uncaughtException', keep);
    await sql.end({ timeout: 1 });
    await owner.end();
    await database.drop();
  }
});
