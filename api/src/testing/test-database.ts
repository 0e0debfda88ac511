/**
 * Databases for tests. The template is migrated once for a run; each test file (or browser worker) gets a
 * copy of its own, in about 30 ms, and drops it when done.
 */
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import postgres from 'postgres';
import { migrate } from '../db/migrate';
import { openOwner } from '../db/pool';

const migrations = path.resolve(import.meta.dirname, '../../../sql');
const template = 'holdfast_template';

export type TestDatabase = {
  /** The owner's connection string to a fresh, migrated database. */
  readonly url: string;
  readonly drop: () => Promise<void>;
};

/** Makes the migrated template; once for each cluster. */
export async function createTemplate(adminUrl: string): Promise<void> {
  await asAdmin(adminUrl, async (sql) => {
    await sql.unsafe(`create database ${template}`);
  });
  // Nobody may be connected to a template when it is copied, so the owner leaves at once.
  const owner = openOwner(urlOf(adminUrl, template));
  try {
    const outcome = await migrate(owner, migrations);
    if (outcome.kind !== 'migrated') throw new Error(`migrating the template: ${JSON.stringify(outcome)}`);
  } finally {
    await owner.end();
  }
}

/** A fresh copy of the template. `adminUrl` is `inject('postgresAdminUrl')` in vitest. */
export async function createTestDatabase(adminUrl: string): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asAdmin(adminUrl, async (sql) => {
    await sql.unsafe(`create database ${name} template ${template}`);
  });
  return {
    url: urlOf(adminUrl, name),
    drop: () =>
      asAdmin(adminUrl, async (sql) => {
        await sql.unsafe(`drop database ${name} with (force)`);
      }),
  };
}

function urlOf(adminUrl: string, database: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${database}`;
  return url.href;
}

async function asAdmin(adminUrl: string, work: (sql: postgres.Sql) => Promise<void>): Promise<void> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => undefined });
  try {
    await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}
