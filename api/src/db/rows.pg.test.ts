/** What the reading of rows promises to those who wait for each other: it holds only if the database does it this way. */
import { task } from '@holdfast/shared/entities/task';
import { build, uuidOf } from '@holdfast/shared/testing/build';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { soon } from '../testing/soon';
import { createTestApp, type TestApp } from '../testing/test-app';
import { readRows, writeRows } from './rows';
import { asAccount } from './tenant';

let at: TestApp;
beforeAll(async () => {
  at = await createTestApp(inject('postgresAdminUrl'));
});
afterAll(() => at.close());

test('[PU4] rows are locked in order of id, one after the other, and read as they are behind the lock', async () => {
  const ana = await at.person('Ana');
  const { accountId } = ana;
  const { workspaces } = (await ana.ask('/auth/me')).body as { workspaces: { id: string }[] };
  const ws = workspaces[0]?.id ?? '';
  const ids = [5, 1, 4, 2, 3].map(uuidOf);
  const rowsOf = (title: string) =>
    ids.map((id, n) => build(task, { id, workspaceId: ws, version: 900 + n, title }));
  await asAccount(at.sql, accountId, (tx) => writeRows(tx, task, rowsOf('before')));

  let read: Promise<unknown> = Promise.resolve();
  await asAccount(at.sql, accountId, async (first) => {
    await writeRows(
      first,
      task,
      rowsOf('after').filter(({ id }) => id === uuidOf(3)),
    );
    read = asAccount(at.sql, accountId, async (second) => {
      const found = await readRows(second, task, ws, ids, 'update');
      return found.map(({ id, title }) => [id, title]);
    });
    // It waits for the third, holds the two before it, and has not come to the others.
    await soon(async () => {
      const free = await asAccount(
        at.sql,
        accountId,
        (third) => third`select id from task where workspace_id = ${ws} order by id for update skip locked`,
      );
      expect(free.map(({ id }) => id)).toEqual([4, 5].map(uuidOf));
    });
  });
  expect(await read).toEqual([1, 2, 3, 4, 5].map((n) => [uuidOf(n), n === 3 ? 'after' : 'before']));
});
