/** Forward-only migrations: each file of `sql/` once, in order of name, in a transaction of its own. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Sql } from './pool';

export type Migrated =
  | { readonly kind: 'migrated'; readonly applied: readonly string[] }
  /** A file that was applied before has changed since: nothing was done. */
  | { readonly kind: 'changed'; readonly file: string };

/** Only one server migrates at a time; the others wait and find it done. */
const LOCK = 4_201_121;

export async function migrate(owner: Sql, folder: string): Promise<Migrated> {
  const files = (await readdir(folder)).filter((file) => /^\d{3}-.*\.sql$/.test(file)).sort();
  const lock = await owner.reserve();
  try {
    await lock`select pg_advisory_lock(${LOCK})`;
    await lock`create table if not exists schema_migration (
      file text primary key, checksum text not null, applied_at timestamptz not null default now())`;
    const done = new Map(
      (await lock<{ file: string; checksum: string }[]>`select file, checksum from schema_migration`).map(
        (row) => [row.file, row.checksum],
      ),
    );
    const applied: string[] = [];
    for (const file of files) {
      const text = await readFile(path.join(folder, file), 'utf8');
      const checksum = createHash('sha256').update(text).digest('hex');
      const before = done.get(file);
      if (before !== undefined && before !== checksum) return { kind: 'changed', file };
      if (before !== undefined) continue;
      await whole(
        lock,
        `${text}; insert into schema_migration (file, checksum) values ('${file}', '${checksum}')`,
      );
      applied.push(file);
    }
    return { kind: 'migrated', applied };
  } finally {
    await lock`select pg_advisory_unlock(${LOCK})`.catch(() => undefined);
    lock.release();
  }
}

const DEADLOCK = '40P01';
const ATTEMPTS = 5;

/** In a transaction; again where an older server beside this one, busy with pushes, held what it waits for crosswise. */
async function whole(sql: Sql, statements: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await sql.unsafe(`begin; ${statements}; commit`);
      return;
    } catch (error) {
      await sql`rollback`;
      if (attempt === ATTEMPTS || (error as { code?: unknown }).code !== DEADLOCK) throw error;
    }
  }
}
