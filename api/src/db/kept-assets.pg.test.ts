import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testing/test-database';
import { type Asset, assetsOfOtherBuilds, keepAssets } from './kept-assets';
import { openOwner, openPool, type Sql } from './pool';

const DAY = 86_400_000;
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

const build = (...names: string[]): ReadonlyMap<string, Asset> =>
  new Map(names.map((name) => [`/assets/${name}`, { plain: Buffer.from(name), br: Buffer.from([1, 2]) }]));

test('[H57] chunks of earlier builds stay for 30 days after they were served last, with their bytes', async () => {
  const [one, two] = [build('a-1.js', 'shared-1.js'), build('a-2.js', 'shared-1.js')];
  await keepAssets(owner, one, 0);
  // Served for forty days: each day says so.
  await keepAssets(owner, one, 40 * DAY);
  await keepAssets(owner, two, 41 * DAY);
  expect([...(await assetsOfOtherBuilds(owner, two))]).toEqual([
    ['/assets/a-1.js', { plain: Buffer.from('a-1.js'), br: Buffer.from([1, 2]) }],
  ]);
  await keepAssets(owner, two, 70 * DAY);
  expect((await assetsOfOtherBuilds(owner, two)).size).toBe(1);
  await keepAssets(owner, two, 70 * DAY + 1);
  expect((await assetsOfOtherBuilds(owner, two)).size).toBe(0);
  expect([...(await assetsOfOtherBuilds(owner, one)).keys()]).toEqual(['/assets/a-2.js']);
});

test('[AC4] the role that serves requests cannot touch them', async () => {
  const sql = openPool(database.url, 1);
  try {
    await expect(sql`select 1 from kept_asset`).rejects.toMatchObject({ code: '42501' });
  } finally {
    await sql.end();
  }
});
