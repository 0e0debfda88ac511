/** SQL is written by hand; here it is held against the registry, column by column. */
import { ENTITIES } from '@holdfast/shared/entities/index';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testing/test-database';
import { columnsOf } from './columns';
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

/** Fields that may be absent: null is one of their values. */
const nullable = (entity: (typeof ENTITIES)[number], field: string): boolean =>
  field === 'deletedAt' ||
  (field in entity.fields &&
    (
      entity.fields as unknown as Record<
        string,
        { schema: { safeParse: (value: unknown) => { success: boolean } } }
      >
    )[field]?.schema.safeParse(null).success === true);

describe.each(ENTITIES.map((entity) => ({ name: entity.name, entity })))(
  'table $name',
  ({ name, entity }) => {
    test('[AC4] has a column of the right type for each field, and none besides', async () => {
      const columns = await owner<{ column: string; sql: string; nullable: boolean }[]>`
      select column_name as column, is_nullable = 'YES' as nullable,
        case when data_type = 'ARRAY' then substr(udt_name, 2) || '[]' else data_type end as sql
      from information_schema.columns where table_schema = 'public' and table_name = ${name}`;
      const found = Object.fromEntries(
        columns.map((row) => [row.column, `${row.sql}${row.nullable ? ' null' : ''}`]),
      );
      const wanted = Object.fromEntries(
        columnsOf(entity as never).map((row) => [
          row.column,
          `${row.sql}${nullable(entity, row.field) ? ' null' : ''}`,
        ]),
      );
      expect(found).toEqual(wanted);
    });

    test('[AC4] is keyed by workspace and id, and found by version', async () => {
      const indexes = await owner<{ columns: string; unique: boolean; primary: boolean }[]>`
      select i.indisunique as unique, i.indisprimary as primary,
        (select string_agg(a.attname, ',' order by k.n) from unnest(i.indkey) with ordinality k(att, n)
          join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.att) as columns
      from pg_index i where i.indrelid = ${name}::regclass`;
      expect(indexes).toContainEqual({ columns: 'workspace_id,id', unique: true, primary: true });
      expect(indexes).toContainEqual({ columns: 'workspace_id,version', unique: true, primary: false });
      for (const { columns } of indexes.filter(({ columns }) => !columns.startsWith('account_id,')))
        expect(columns).toMatch(/^workspace_id,/);
    });
  },
);

test('[AC4] every reference between rows names the workspace, so that none points into another', async () => {
  const references = await owner<{ name: string; columns: string }[]>`
    select c.conname as name, (select string_agg(a.attname, ',' order by k.n)
      from unnest(c.conkey) with ordinality k(att, n)
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.att) as columns
    from pg_constraint c where c.contype = 'f' and c.conrelid::regclass::text = any(${ENTITIES.map(({ name }) => name) as string[]})`;
  expect(references.length).toBeGreaterThan(ENTITIES.length);
  for (const { columns } of references) expect(columns).toMatch(/^workspace_id(,|$)/);
});
