import 'fake-indexeddb/auto';
import { facetKey, task } from '@holdfast/shared/entities/task';
import { build, uuidOf, WORKSPACE } from '@holdfast/shared/testing/build';
import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import { databaseName, HoldfastDatabase } from './db';
import { createDexieStore } from './dexie-store';
import type { OutboxEntry } from './local-store';
import { createReader } from './reader';
import { DB_VERSION, fromStored, STORES, toStored } from './schema';

/** The stores of every version that people have on their devices. Add to it, never change it. */
const SHIPPED: { readonly [version: number]: { readonly [store: string]: string } } = {
  1: {
    task: 'keys.pk, keys.place, keys.due, keys.done',
    project: 'keys.pk, keys.list',
    unknown: '[workspaceId+entity+id]',
    confirmed: 'key',
    outbox: '[workspaceId+seq], mutation.id, *rows',
    acked: 'mutation.id, *rows, [workspaceId+passed+ackedAt]',
    rejected: 'mutation.id, [workspaceId+rejectedAt]',
    meta: '',
  },
  2: {
    task: 'keys.pk, keys.place, keys.due, keys.done',
    project: 'keys.pk, keys.list',
    unknown: '[workspaceId+entity+id]',
    confirmed: 'key',
    outbox: '[workspaceId+seq], mutation.id, *rows',
    acked: 'mutation.id, *rows, [workspaceId+passed+ackedAt]',
    rejected: 'mutation.id, [workspaceId+rejectedAt]',
    done: 'id, mutationId, [workspaceId+at]',
    meta: '',
  },
  4: {
    task: 'keys.pk, keys.place, keys.due, keys.done, *keys.facet',
    project: 'keys.pk, keys.list',
    unknown: '[workspaceId+entity+id]',
    confirmed: 'key',
    outbox: '[workspaceId+seq], mutation.id, *rows',
    acked: 'mutation.id, *rows, [workspaceId+passed+ackedAt]',
    rejected: 'mutation.id, [workspaceId+rejectedAt]',
    done: 'id, mutationId, [workspaceId+at]',
    meta: '',
  },
  5: {
    task: 'keys.pk, keys.place, keys.due, keys.done, keys.parent, keys.remind, *keys.facet',
    project: 'keys.pk, keys.list',
    unknown: '[workspaceId+entity+id]',
    confirmed: 'key',
    outbox: '[workspaceId+seq], mutation.id, *rows',
    acked: 'mutation.id, *rows, [workspaceId+passed+ackedAt]',
    rejected: 'mutation.id, [workspaceId+rejectedAt]',
    done: 'id, mutationId, [workspaceId+at]',
    meta: '',
  },
};
const primaryKey = (store: string) => store.split(',')[0];

const waiting = (n: number): OutboxEntry => ({
  workspaceId: WORKSPACE,
  seq: n,
  mutation: { id: uuidOf(n), seq: n, schema: 1, at: n, seen: null, name: 'task.add', group: null, ops: [] },
  frozen: n < 3 ? 1 : 0,
  rows: [],
  tries: 0,
  firstTryAt: null,
});

describe('the local schema', () => {
  it.each(Object.keys(SHIPPED).map(Number))(
    '[CL13] [H45] from version %i every store stays, with its key',
    (version) => {
      for (const [store, keys] of Object.entries(SHIPPED[version] ?? {}))
        expect(primaryKey(STORES[store] ?? 'gone')).toBe(primaryKey(keys));
      // Other stores mean another version.
      if (version === DB_VERSION) expect(STORES).toMatchObject(SHIPPED[version] ?? {});
    },
  );

  it.each(Object.keys(SHIPPED).map(Number))(
    '[CL13] [H45] an upgrade from version %i keeps all that waits, as it was',
    async (version) => {
      const name = databaseName(`shipped-${version}`);
      const old = new Dexie(name);
      old.version(version).stores(SHIPPED[version] ?? {});
      await old.open();
      const entries = Array.from({ length: 10 }, (_, n) => waiting(n + 1));
      await old.table('outbox').bulkPut(entries);
      old.close();
      const db = new HoldfastDatabase(name);
      expect(await createDexieStore(db).transaction('read', (tx) => tx.outbox())).toEqual(entries);
      await db.delete();
    },
  );

  it('orders a task by place always, by day and completion only where it has them', () => {
    const plain = build(task, { position: 'a0' });
    expect(Object.keys(toStored(task, plain).keys)).toEqual(['pk', 'place', 'facet']);
    const due = build(task, { position: 'a0', dueOn: '2026-03-12', completedAt: 5 });
    const stored = toStored(task, due);
    expect(Object.keys(stored.keys)).toEqual(['pk', 'place', 'due', 'done', 'facet']);
    expect(fromStored(stored)).toEqual(due);
  });

  it('[CL13] an upgrade gives old rows the keys of indexes that are new', async () => {
    const name = databaseName('before-facets');
    const old = new Dexie(name);
    old.version(3).stores({ task: 'keys.pk, keys.place, keys.due, keys.done', meta: '' });
    await old.open();
    const worn = uuidOf(0x1abe1);
    const rows = Array.from({ length: 1200 }, (_, n) => {
      const row = build(task, {
        id: uuidOf(n + 1),
        position: 'a0',
        labels: n % 2 ? [worn] : [],
      });
      const { facet: _new, ...keys } = toStored(task, row).keys;
      return { ...row, keys };
    });
    await old.table('task').bulkPut(rows);
    old.close();
    const db = new HoldfastDatabase(name);
    await db.open();
    const from = facetKey(WORKSPACE, 0, 'label', worn);
    expect(await createReader(db).count('task', { index: 'facet', from })).toBe(600);
    expect(await createReader(db).rows('task', { index: 'facet', from, limit: 1 })).toEqual([
      expect.objectContaining({ id: rows[1]?.id }),
    ]);
    await db.delete();
  });

  it('a task stands under each of its labels, and under what is not as usual of it', () => {
    const keysOf = (values: object) => toStored(task, build(task, { position: 'a0', ...values })).keys.facet;
    expect(keysOf({ labels: [uuidOf(1), uuidOf(2)] })).toHaveLength(3);
    expect(keysOf({ priority: 4, status: 'blocked', assigneeId: uuidOf(3) })).toHaveLength(3);
    expect(keysOf({ status: 'done', labels: [uuidOf(1)], assigneeId: uuidOf(3) })).toHaveLength(1);
    expect(keysOf({ deletedAt: 5, labels: [uuidOf(1)] })).toBeUndefined();
  });
});
