/** What was written without an account, moved into the account's database (CL12). The caller deletes its own. */
import { databaseName, HoldfastDatabase } from '../db/db';
import { createDexieStore } from '../db/dexie-store';
import type { Moving } from '../db/meta';
import { now, randomBytes } from '../platform/entropy';

/** A move to another account that broke off is finished there first; then nothing is left for this one. */
export async function adoptLocal(to: Moving): Promise<void> {
  // Once in a database's life: not part of every start.
  const { adopt, movingTo } = await import('../sync/adopt');
  const from = new HoldfastDatabase(databaseName(null));
  const source = createDexieStore(from);
  const destination = (await movingTo(source)) ?? to;
  const target = new HoldfastDatabase(databaseName(destination.accountId));
  try {
    await adopt(source, createDexieStore(target), destination, { now, randomBytes });
  } finally {
    target.close();
    from.close();
  }
}
