import { ENTITIES } from '@holdfast/shared/entities/index';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
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

/** Of the columns that every row has, only this one may be null. */
const NULLABLE_BASE = ['deletedAt'];

test.each(ENTITIES.map((entity) => entity.name))(
  '[AC4] the table of %s is the registry’s entity',
  async (name) => {
    const entity = ENTITIES.find((one) => one.name === name);
    if (!entity) throw new Error('unknown');
    const fields: { readonly [field: string]: { readonly nullable: boolean } } = entity.fields;
    const expected = columnsOf(entity as never).map(({ field, column, sql }) => ({
      name: column,
      type: sql === 'uuid[]' ? '_uuid' : sql === 'bigint' ? 'int8' : sql === 'integer' ? 'int4' : sql,
      nullable: fields[field]?.nullable ?? NULLABLE_BASE.includes(field),
      collation: column === 'position' ? 'C' : null,
    }));
    const found = await owner`
    select column_name as name, udt_name as type, is_nullable = 'YES' as nullable, collation_name as collation
    from information_schema.columns where table_schema = 'public' and table_name = ${name}`;
    const byName = (a: { name?: unknown }, b: { name?: unknown }) =>
      String(a.name) < String(b.name) ? -1 : 1;
    expect([...found].sort(byName)).toEqual([...expected].sort(byName));
    const [key] = await owner`
    select array_agg(a.attname order by array_position(i.indkey::int2[], a.attnum))::text[] as columns
    from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
    where i.indrelid = ${name}::regclass and i.indisprimary`;
    expect(key?.columns).toEqual(['workspace_id', 'id']);
  },
);
