import { afterAll, beforeAll, inject } from 'vitest';
import { describeBus } from '../testing/bus-contract';
import { createTestDatabase, type TestDatabase } from '../testing/test-database';
import { openPool, type Sql } from './pool';
import { postgresWire } from './postgres-wire';

let database: TestDatabase;
const pools: Sql[] = [];
beforeAll(async () => {
  database = await createTestDatabase(inject('postgresAdminUrl'));
});
afterAll(async () => {
  for (const sql of pools) await sql.end();
  await database.drop();
});

describeBus('LISTEN/NOTIFY', () => {
  const sql = openPool(database.url, 2);
  pools.push(sql);
  return postgresWire(sql);
});
