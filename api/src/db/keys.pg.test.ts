/** What the keys, indexes and references of the hand-written SQL have in common. */
import { ENTITIES } from '@holdfast/shared/entities/index';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testing/test-database';
import { openOwner, type Sql } from './pool';

let database: TestDatabase;
let owner: Sql;
beforeAll(async () => {
  database = await createTestDatabase(inject('postgresAdminUrl'));
  owner = openOwner(database.url);
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

/** "Which workspaces is an account in": asked across workspaces, by every policy. */
const ACROSS = 'account_id,workspace_id';

test.each(ENTITIES.map(({ name }) => name))(
  '[PL1] every index of %s begins with the workspace, one is by version',
  async (name) => {
    const indexes = await owner<{ columns: string; unique: boolean }[]>`
    select i.indisunique as unique,
      (select string_agg(a.attname, ',' order by k.n) from unnest(i.indkey) with ordinality k(att, n)
        join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.att) as columns
    from pg_index i where i.indrelid = ${name}::regclass`;
    expect(indexes).toContainEqual({ columns: 'workspace_id,version', unique: true });
    for (const { columns } of indexes) if (columns !== ACROSS) expect(columns).toMatch(/^workspace_id,/);
  },
);

test('[AC4] every reference between rows names the workspace, so that none points into another', async () => {
  const references = await owner<{ columns: string }[]>`
    select (select string_agg(a.attname, ',' order by k.n)
      from unnest(c.conkey) with ordinality k(att, n)
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.att) as columns
    from pg_constraint c
    where c.contype = 'f' and c.conrelid::regclass::text = any(${ENTITIES.map(({ name }) => String(name))})`;
  expect(references.length).toBeGreaterThan(ENTITIES.length);
  for (const { columns } of references) expect(columns).toMatch(/^workspace_id(,|$)/);
});
