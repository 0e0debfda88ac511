import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testing/test-database';
import { holesInRowSecurity } from './catalogue-check';
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

/** The holes while `statements` stand. */
async function holesWith(...statements: string[]): Promise<string[]> {
  let holes: string[] = [];
  await owner
    .begin(async (tx) => {
      for (const statement of statements) await tx.unsafe(statement);
      holes = await holesInRowSecurity(tx as unknown as Sql);
      throw new RolledBack();
    })
    .catch((error: unknown) => {
      if (!(error instanceof RolledBack)) throw error;
    });
  return holes;
}
class RolledBack extends Error {}

test('[AC4] as migrated there is no hole', async () => {
  expect(await holesInRowSecurity(owner)).toEqual([]);
});

test.each([
  ['a table that nobody guarded', ['create table note (id int)'], /^note: row security is not forced/],
  ['row security switched off', ['alter table task disable row level security'], /^task: row security/],
  ['an owner that it does not bind', ['alter table task no force row level security'], /^task: row security/],
  [
    'a table without a policy',
    ['drop policy tenant on task', 'drop policy migration on task'],
    /^task: no policy/,
  ],
  [
    'a table that the app owns',
    ['grant create on schema public to holdfast_app', 'alter table label owner to holdfast_app'],
    /^label: owned/,
  ],
  ['a view with its owner’s rights', ['create view titles as select title from task'], /^titles: a view/],
  ['a materialised view', ['create materialized view titles as select title from task'], /^titles: a view/],
  [
    'a definer function',
    [
      'create function peek() returns bigint language sql security definer set search_path = public as $$ select count(*) from task $$',
    ],
    /^peek: a definer function/,
  ],
  [
    'my_workspaces() without a pinned search_path',
    ['alter function my_workspaces() reset search_path'],
    /^my_workspaces: a definer function/,
  ],
  [
    'a policy for everybody',
    ['create policy all_in on task using (true)'],
    /^task: policy all_in lets everybody in/,
  ],
  [
    'an open policy for the app alone',
    ['create policy all_in on task to holdfast_app with check (true)'],
    /^task: policy all_in lets everybody in/,
  ],
  ['a role above row security', ['alter role holdfast_app bypassrls'], /holdfast_app .* above row security/],
])('[AC4][H68] finds %s', async (_hole, statements, line) => {
  const holes = await holesWith(...statements);
  expect(holes).toHaveLength(1);
  expect(holes[0]).toMatch(line);
});
