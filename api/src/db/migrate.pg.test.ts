import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testing/test-database';
import { migrate } from './migrate';
import { openOwner, type Sql } from './pool';

let database: TestDatabase;
let owner: Sql;
let older: Sql;
let folder: string;
beforeAll(async () => {
  database = await createTestDatabase(inject('postgresAdminUrl'));
  owner = openOwner(database.url);
  older = openOwner(database.url);
  folder = await mkdtemp(path.join(tmpdir(), 'migrations-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await Promise.all([owner.end(), older.end()]);
  await database.drop();
});

/** Until somebody waits for a lock of this kind. */
const waitsFor = async (watch: Sql, mode: string): Promise<void> => {
  for (;;) {
    const [found] = await watch`select from pg_locks l join pg_database d on d.oid = l.database
      where not l.granted and l.mode = ${mode} and d.datname = current_database()`;
    if (found) return;
  }
};

test('[H57] a file that loses a deadlock against an older server’s push is run again, whole', async () => {
  // Who waits last looks first, and is the victim: the gate keeps the migration between its two tables until the push
  // waits for the first of them.
  const gate = 900;
  await writeFile(
    path.join(folder, '900-crosswise.sql'),
    `set local deadlock_timeout = '20ms';
     create table made_by_900 (id int);
     alter table label enable row level security;
     select pg_advisory_xact_lock(${gate});
     alter table project enable row level security;`,
  );
  const watch = openOwner(database.url);
  await watch`select pg_advisory_lock(${gate})`;
  const migrated = migrate(owner, folder);
  await waitsFor(watch, 'ExclusiveLock');
  const pushed = older.begin(async (tx) => {
    await tx`set local deadlock_timeout = '60s'`;
    await tx`select 1 from project`;
    return tx`select 1 from label`;
  });
  await waitsFor(watch, 'AccessShareLock');
  await watch`select pg_advisory_unlock(${gate})`;
  await pushed;
  expect(await migrated).toEqual({ kind: 'migrated', applied: ['900-crosswise.sql'] });
  expect(await owner`select * from made_by_900`).toHaveLength(0);
  await watch.end();
});

test('a file that fails leaves nothing, and the connection is of use after it', async () => {
  await writeFile(path.join(folder, '901-broken.sql'), 'create table made_by_901 (id int); select 1 / 0;');
  await expect(migrate(owner, folder)).rejects.toMatchObject({ code: '22012' });
  await writeFile(path.join(folder, '901-broken.sql'), 'create table made_by_901 (id int);');
  expect(await migrate(owner, folder)).toEqual({ kind: 'migrated', applied: ['901-broken.sql'] });
});
