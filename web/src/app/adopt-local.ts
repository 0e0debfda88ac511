/** What was written without an account, moved into the account's database, and its own database deleted (CL12). */
import { databaseName, HoldfastDatabase } from '../db/db';
import { createDexieStore } from '../db/dexie-store';
import type { Moving } from '../db/meta';
import { now, randomBytes } from '../platform/entropy';
import { adopt } from '../sync/adopt';

export async function adoptLocal(to: Moving): Promise<void> {
  const from = new HoldfastDatabase(databaseName(null));
  const target = new HoldfastDatabase(databaseName(to.accountId));
  try {
    await adopt(createDexieStore(from), createDexieStore(target), to, { now, randomBytes });
  } finally {
    target.close();
  }
  await from.delete();
}

export const deleteAccountDatabase = (accountId: string): Promise<void> =>
  new HoldfastDatabase(databaseName(accountId)).delete();
