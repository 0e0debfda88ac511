import postgres from 'postgres';
import { expect, inject, test } from 'vitest';
import { createTestDatabase } from './test-database';

test('each test file works in a database of its own, on the engine that production runs', async () => {
  const first = await createTestDatabase(inject('postgresAdminUrl'));
  const second = await createTestDatabase(inject('postgresAdminUrl'));
  const [a, b] = [postgres(first.url), postgres(second.url)];
  try {
    await a`create table only_here (id int primary key)`;
    const tables = await b`select 1 from information_schema.tables where table_name = 'only_here'`;
    expect(tables).toHaveLength(0);
    const [row] = await a`show server_version_num`;
    expect(Number(row?.server_version_num)).toBeGreaterThanOrEqual(150000);
  } finally {
    await Promise.all([a.end(), b.end()]);
    await Promise.all([first.drop(), second.drop()]);
  }
});
