import type { LocalTransaction } from '../../../web/src/db/local-store';

/** A transaction whose writes of rows are noted. */
export function noting(tx: LocalTransaction, touched: Set<string>): LocalTransaction {
  return {
    ...tx,
    putRow: (entity, row) => {
      touched.add(`${row.workspaceId}/${entity}/${row.id}`);
      return tx.putRow(entity, row);
    },
    putRows: (entity, rows) => {
      for (const row of rows) touched.add(`${row.workspaceId}/${entity}/${row.id}`);
      return tx.putRows(entity, rows);
    },
    deleteRow: (entity, workspaceId, id) => {
      touched.add(`${workspaceId}/${entity}/${id}`);
      return tx.deleteRow(entity, workspaceId, id);
    },
    putConfirmed: (entity, workspaceId, id, row) => {
      touched.add(`${workspaceId}/${entity}/${id}`);
      return tx.putConfirmed(entity, workspaceId, id, row);
    },
    deleteConfirmed: (entity, workspaceId, id) => {
      touched.add(`${workspaceId}/${entity}/${id}`);
      return tx.deleteConfirmed(entity, workspaceId, id);
    },
  };
}
