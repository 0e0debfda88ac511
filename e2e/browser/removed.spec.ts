/** Removed from a workspace while it is open: cut off at once, rows gone, own unsent words kept (CL8, AC5). */
import { expect } from '@playwright/test';
import { test, uniqueEmail } from '../support/fixtures';
import { addTask, signUp, task } from '../support/people';
import { accountIdOf, command, openWorkspace, shareWorkspace } from '../support/team';

test('[ST2] [AC5] [H65] removed while it is open: the stream says so, the rows go, the others stay', async ({
  first,
  second,
}) => {
  await signUp(first.page, uniqueEmail('olga'), 'Olga');
  await signUp(second.page, uniqueEmail('max'), 'Max');
  const id = await shareWorkspace(first.page, second.page, 'Harbour');
  await addTask(second.page, 'Max’s own');
  await openWorkspace(first.page, 'Harbour');
  await openWorkspace(second.page, 'Harbour');
  await addTask(second.page, 'Of the team');
  await expect(second.page.getByText('Everything is saved').first()).toBeVisible();

  const accountId = await accountIdOf(second.page);
  await command(first.page, 'DELETE', `/api/workspaces/${id}/members/${accountId}`);

  await expect(second.page.getByRole('button', { name: /Personal/ }).first()).toBeVisible({
    timeout: 25_000,
  });
  await expect(task(second.page, 'Of the team')).toHaveCount(0);
  await expect(task(second.page, 'Max’s own')).toBeVisible();
  const kept = await second.page.evaluate(async (workspace) => {
    const name = (await indexedDB.databases())
      .map((db) => db.name ?? '')
      .find((one) => /^holdfast\/[0-9a-f]{8}-/.test(one));
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name as string);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const rows = await new Promise<unknown[]>((resolve, reject) => {
      const request = db.transaction('task').objectStore('task').getAll();
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    db.close();
    return rows.filter((row) => JSON.stringify(row).includes(workspace)).length;
  }, id);
  expect(kept).toBe(0);
});
