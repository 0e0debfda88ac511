/**
 * Runs work on a connection that is alive: a dead one is replaced and all of the work run again, three times at most
 * (CL10, H40). What storage refuses is thrown as a `StorageFailure`; every other error is a bug and goes through.
 */
import type { HoldfastDatabase } from './db';
import { judgeStorageError, StorageFailure } from './storage-failure';

const RETRIES = 3;

export async function onLiveConnection<T>(db: HoldfastDatabase, work: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    if (db.failure) throw db.failure;
    const { generation } = db;
    try {
      if (!db.relaxed.isOpen() || !db.strict.isOpen()) await db.open();
      const result = await work();
      db.answered();
      return result;
    } catch (error) {
      if (error instanceof StorageFailure && error.trouble !== 'dead') throw error;
      if (db.failure) throw db.failure;
      const verdict = error instanceof StorageFailure ? 'dead-handle' : judgeStorageError(error);
      if (verdict === 'not-storage') throw error;
      if (verdict !== 'dead-handle') throw new StorageFailure(verdict, error);
      if (attempt === RETRIES) throw new StorageFailure('dead', error);
      await db.reopen(generation).catch(() => undefined); // the next attempt meets the same trouble and counts it
    }
  }
}
