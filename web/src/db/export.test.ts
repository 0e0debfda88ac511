import 'fake-indexeddb/auto';
import { task } from '@holdfast/shared/entities/task';
import { build, uuidOf, WORKSPACE } from '@holdfast/shared/testing/build';
import { expect, it } from 'vitest';
import { testContext } from '../testing/write-context';
import { databaseName, HoldfastDatabase } from './db';
import { createDexieStore } from './dexie-store';
import { exportFile } from './export';
import { mutate } from './mutate';

it('[CL10] everything on this device is in the file: rows, what waits, what needs its author, what was kept', async () => {
  const db = new HoldfastDatabase(databaseName('export'));
  await db.open();
  const store = createDexieStore(db);
  const ctx = testContext(store);
  const many = Array.from({ length: 2500 }, (_, n) => build(task, { id: uuidOf(1000 + n), title: `T${n}` }));
  await store.transaction('relaxed', async (tx) => {
    await tx.putRows('task', many);
    await tx.putRow('gadget', build(task, { id: uuidOf(7), title: 'Raw' }));
    await tx.putMeta('kept/w/5', [{ entity: 'task', row: { title: 'Dropped' } }]);
  });
  await mutate(ctx, {
    workspaceId: WORKSPACE,
    name: 'task.add',
    ops: [{ op: 'create', entity: 'task', id: uuidOf(1), values: { title: 'Pay "rent"\n', position: 'a0' } }],
  });
  await store.transaction('relaxed', async (tx) => {
    const [entry] = await tx.outbox();
    if (entry)
      await tx.putRejected({
        workspaceId: WORKSPACE,
        mutation: entry.mutation,
        rows: [],
        code: 'limit',
        rejectedAt: 1,
      });
  });
  const file = await exportFile(db, { exportedAt: 5, accountId: 'a', accountName: 'Ana' });
  const all = JSON.parse(await file.text());
  expect(all).toMatchObject({ format: 'holdfast', exportedAt: 5, account: { name: 'Ana' } });
  expect(all.rows.task).toHaveLength(2501);
  expect(all.rows.task.some((row: { title: string }) => row.title === 'Pay "rent"\n')).toBe(true);
  expect(Object.keys(all.rows.task[0])).not.toContain('keys');
  expect(all.unknown[0].row.title).toBe('Raw');
  expect(all.waiting.map((entry: { seq: number }) => entry.seq)).toEqual([1]);
  expect(all.needsYou[0].code).toBe('limit');
  expect(all.kept[0]).toMatchObject({ key: 'kept/w/5' });
  await db.delete();
});
