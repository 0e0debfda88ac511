/** A server's transaction as it goes wrong: calls that may be its last, and rows that no handler can touch. */
import type { Row } from '@holdfast/shared/entities/define-entity';
import type { ServerTransaction } from '../../../api/src/sync/server-store';

/** @param called before each call that may be the last; a throw is the crash */
export function faulty(
  tx: ServerTransaction,
  tripping: ReadonlySet<string>,
  called: () => void,
): ServerTransaction {
  const stumble = (row: Row): Row => {
    if (!tripping.has(row.id)) return row;
    return new Proxy(row, {
      get(target, name) {
        if (name === 'deletedAt') throw new Error('a handler that throws');
        return Reflect.get(target, name) as unknown;
      },
    });
  };
  return {
    ...tx,
    open: (...asked) => {
      called();
      return tx.open(...asked);
    },
    async rows(entity, ids, lock) {
      called();
      const rows = await tx.rows(entity, ids, lock);
      return lock === 'update' && tripping.size > 0 ? rows.map(stumble) : rows;
    },
    takeVersions: (count, mark) => {
      called();
      return tx.takeVersions(count, mark);
    },
    writeRows: (entity, rows) => {
      called();
      return tx.writeRows(entity, rows);
    },
    writeHistory: (entries) => {
      called();
      return tx.writeHistory(entries);
    },
    writeMutations: (mutations) => {
      called();
      return tx.writeMutations(mutations);
    },
    putDevice: (device) => {
      called();
      return tx.putDevice(device);
    },
  };
}
