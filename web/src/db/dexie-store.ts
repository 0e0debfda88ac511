/**
 * `LocalStore` on IndexedDB. A transaction spans all stores; a dead handle is replaced and the whole transaction run
 * again, three times at most (CL10). What cannot be stored throws a `StorageFailure` and leaves nothing behind.
 */
import { ENTITIES, entityByName } from '@holdfast/shared/entities/index';
import { Dexie } from 'dexie';
import { type HoldfastDatabase, type Tables, tablesOf } from './db';
import { idOfPk, pkOf, rangeOf } from './keys';
import { onLiveConnection } from './live-connection';
import { type Durability, type LocalStore, type LocalTransaction, rowKey, type Scope } from './local-store';
import { fromStored, isKnown, toStored } from './schema';

const QUEUE = ['outbox', 'meta'] as const;

export function createDexieStore(db: HoldfastDatabase): LocalStore {
  return {
    transaction: <T>(
      mode: Durability,
      work: (tx: LocalTransaction) => Promise<T>,
      scope: Scope = 'all',
    ): Promise<T> => onLiveConnection(db, () => once(db, mode, work, scope)),
  };
}

async function once<T>(
  db: HoldfastDatabase,
  mode: Durability,
  work: (tx: LocalTransaction) => Promise<T>,
  scope: Scope,
): Promise<T> {
  const dexie = mode === 'strict' ? db.strict : db.relaxed;
  // The transaction's own tables, not the database's: an await of a nested function may lose Dexie's zone, and a
  // call outside of it would run in a transaction of its own, all or nothing no more.
  const tables = scope === 'queue' ? QUEUE.map((name) => dexie.table(name)) : dexie.tables;
  return dexie.transaction(mode === 'read' ? 'r' : 'rw', tables, (transaction) =>
    work(transactionOn(tablesOf(transaction), transaction.idbtrans)),
  );
}

/** The port's calls on the tables of the transaction that is under way. */
export function transactionOn(tables: Tables, plain: IDBTransaction): LocalTransaction {
  const inWorkspace = (workspaceId: string): [unknown[], unknown[]] => [
    [workspaceId],
    [workspaceId, Dexie.maxKey],
  ];
  const unknownOf = (workspaceId: string, entity: string) =>
    tables.unknown
      .where('[workspaceId+entity+id]')
      .between([workspaceId, entity, Dexie.minKey], [workspaceId, entity, Dexie.maxKey]);
  const rowsOf = (workspaceId: string, entity: string) =>
    tables
      .rows(entity)
      .where('keys.pk')
      .between(...rangeOf([workspaceId]), true, true);
  const outboxIn = (workspaceId: string) =>
    tables.outbox.where('[workspaceId+seq]').between(...inWorkspace(workspaceId));
  const ackedIn = (workspaceId: string, passed: 0 | 1, before: unknown) =>
    tables.acked
      .where('[workspaceId+passed+ackedAt]')
      .between([workspaceId, passed, Dexie.minKey], [workspaceId, passed, before]);

  return {
    async row(entity, workspaceId, id) {
      if (!isKnown(entity)) return (await tables.unknown.get([workspaceId, entity, id]))?.row;
      const stored = await tables.rows(entity).get(pkOf(workspaceId, id));
      return stored && fromStored(stored);
    },
    async rows(entity, workspaceId) {
      if (!isKnown(entity))
        return (await unknownOf(workspaceId, entity).toArray()).map((stored) => stored.row);
      return (await rowsOf(workspaceId, entity).toArray()).map(fromStored);
    },
    async rowIds(entity, workspaceId) {
      if (!isKnown(entity)) return (await unknownOf(workspaceId, entity).primaryKeys()).map(([, , id]) => id);
      return (await rowsOf(workspaceId, entity).primaryKeys()).map(idOfPk);
    },
    putRow(entity, row) {
      return this.putRows(entity, [row]);
    },
    async putRows(entityName, rows) {
      const entity = entityByName(entityName);
      if (rows.length === 0) return;
      if (entity)
        await inPieces(rows, (piece) =>
          tables.rows(entityName).bulkPut(piece.map((row) => toStored(entity, row))),
        );
      else
        await tables.unknown.bulkPut(
          rows.map((row) => ({ workspaceId: row.workspaceId, entity: entityName, id: row.id, row })),
        );
    },
    async deleteRow(entity, workspaceId, id) {
      if (isKnown(entity)) await tables.rows(entity).delete(pkOf(workspaceId, id));
      else await tables.unknown.delete([workspaceId, entity, id]);
    },
    async entityNames(workspaceId) {
      const unknown = await tables.unknown
        .where('[workspaceId+entity+id]')
        .between(...inWorkspace(workspaceId))
        .primaryKeys();
      return [...ENTITIES.map((entity) => entity.name), ...new Set(unknown.map(([, entity]) => entity))];
    },

    async confirmed(entity, workspaceId, id) {
      return (await tables.confirmed.get(rowKey(workspaceId, entity, id)))?.row;
    },
    async putConfirmed(entity, workspaceId, id, row) {
      await tables.confirmed.put({ key: rowKey(workspaceId, entity, id), row });
    },
    async deleteConfirmed(entity, workspaceId, id) {
      await tables.confirmed.delete(rowKey(workspaceId, entity, id));
    },
    pendingRows: (workspaceId) => tables.confirmed.where('key').startsWith(`${workspaceId}/`).primaryKeys(),

    async outbox(workspaceId, limit) {
      const all =
        workspaceId === undefined ? tables.outbox.orderBy('[workspaceId+seq]') : outboxIn(workspaceId);
      return (limit === undefined ? all : all.limit(limit)).toArray();
    },
    outboxCount: (workspaceId) =>
      workspaceId === undefined ? tables.outbox.count() : outboxIn(workspaceId).count(),
    outboxById: (mutationId) => tables.outbox.where('mutation.id').equals(mutationId).first(),
    async outboxOf(key) {
      return (await tables.outbox.where('rows').equals(key).toArray()).sort((a, b) => a.seq - b.seq);
    },
    async putOutbox(entry) {
      await tables.outbox.put(entry);
    },
    markFrozen(entries) {
      // Past Dexie, which would wake every query of the outbox just when the sender needs the page's thread.
      const store = plain.objectStore('outbox');
      return new Dexie.Promise<void>((done, fail) => {
        if (entries.length === 0) done();
        for (const [index, entry] of entries.entries()) {
          const put = store.put(entry);
          put.onerror = () => fail(put.error);
          if (index === entries.length - 1) put.onsuccess = () => done();
        }
      });
    },
    async deleteOutbox(workspaceId, seq) {
      await tables.outbox.delete([workspaceId, seq]);
    },

    async acked(workspaceId) {
      const all =
        workspaceId === undefined
          ? tables.acked
          : tables.acked.where('[workspaceId+passed+ackedAt]').between(...inWorkspace(workspaceId));
      return inOrder(await all.toArray());
    },
    ackedById: (mutationId) => tables.acked.get(mutationId),
    async ackedInView(workspaceId) {
      return inOrder(await ackedIn(workspaceId, 0, Dexie.maxKey).toArray());
    },
    async ackedOf(key) {
      return inOrder(await tables.acked.where('rows').equals(key).toArray());
    },
    async putAcked(entry) {
      await tables.acked.put(entry);
    },
    async deleteAcked(mutationId) {
      await tables.acked.delete(mutationId);
    },
    async pruneAcked(workspaceId, time) {
      await tables.acked.bulkDelete(await ackedIn(workspaceId, 1, time).primaryKeys());
    },

    async rejected(workspaceId) {
      const all =
        workspaceId === undefined
          ? tables.rejected
          : tables.rejected.where('[workspaceId+rejectedAt]').between(...inWorkspace(workspaceId));
      return (await all.toArray()).sort(
        (a, b) => a.rejectedAt - b.rejectedAt || a.mutation.seq - b.mutation.seq,
      );
    },
    rejectedById: (mutationId) => tables.rejected.get(mutationId),
    async putRejected(entry) {
      await tables.rejected.put(entry);
    },
    async deleteRejected(mutationId) {
      await tables.rejected.delete(mutationId);
    },

    async done(workspaceId) {
      const all =
        workspaceId === undefined
          ? tables.done
          : tables.done.where('[workspaceId+at]').between(...inWorkspace(workspaceId));
      return (await all.toArray()).sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
    },
    doneById: (id) => tables.done.get(id),
    doneBy: (mutationId) => tables.done.where('mutationId').equals(mutationId).toArray(),
    async putDone(entry) {
      await tables.done.put(entry);
    },
    async deleteDone(ids) {
      await tables.done.bulkDelete([...ids]);
    },

    meta: (key) => tables.meta.get(key),
    async putMeta(key, value) {
      await tables.meta.put(value, key);
    },
    async deleteMeta(key) {
      await tables.meta.delete(key);
    },
    metaKeys: (prefix) => tables.meta.where(':id').startsWith(prefix).primaryKeys(),
  };
}

/** So many rows are copied for the database in less than a frame. */
const PIECE = 125;

/**
 * A page of thousands is stored piece by piece: the page's thread is free in between for whoever types. Two are under
 * way at a time, so that the database never waits for the next.
 */
async function inPieces<T>(
  all: readonly T[],
  store: (piece: readonly T[]) => PromiseLike<unknown>,
): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < all.length) {
      const from = next;
      next += PIECE;
      await store(all.slice(from, next));
    }
  };
  await Promise.all([lane(), lane()]);
}

/** In the order in which they were made: by their author's clock, which never goes back, then by seq. */
const inOrder = <E extends { readonly mutation: { readonly at: number; readonly seq: number } }>(
  entries: E[],
): E[] => entries.sort((a, b) => a.mutation.at - b.mutation.at || a.mutation.seq - b.mutation.seq);
