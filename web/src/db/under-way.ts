/** The transactions that a connection has under way, so that they can be broken off all at once. */
import type { DBCore, Dexie } from 'dexie';
import { breakOff } from '../platform/break-off';

/** Watches from now on; returns what breaks off those under way. Each fails where it was begun, as on a dead handle. */
export function breakableOff(dexie: Dexie): () => void {
  const underWay = new Set<IDBTransaction>();
  dexie.use({
    stack: 'dbcore',
    name: 'under-way',
    create: (core: DBCore): DBCore => ({
      ...core,
      transaction(...asked) {
        const transaction = core.transaction(...asked);
        if (transaction instanceof IDBTransaction) {
          underWay.add(transaction);
          const over = () => underWay.delete(transaction);
          transaction.addEventListener('complete', over);
          transaction.addEventListener('abort', over);
        }
        return transaction;
      },
    }),
  });
  return () => {
    for (const transaction of underWay) breakOff(transaction);
  };
}
