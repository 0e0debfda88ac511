/** Removed from a workspace while it is open: cut off at once, rows gone, own unsent words kept (CL8, AC5). */
import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { test, uniqueEmail } from '../support/fixtures';
import { addTask, signUp, task } from '../support/people';

/** A command as the signed-in page sends it. */
const command = (page: Page, method: string, path: string, body?: object): Promise<Record<string, string>> =>
  page.evaluate(
    async ([method, path, body]) => {
      const answer = await fetch(path as string, {
        method: method as string,
        headers: { 'Content-Type': 'application/json' },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
      return answer.status === 204 ? {} : answer.json().catch(() => ({}));
    },
    [method, path, body] as const,
  );

async function openWorkspace(page: Page, name: string): Promise<void> {
  await page
    .getByRole('button', { name: /Personal/ })
    .first()
    .click();
  await page.getByRole('menuitem', { name }).or(page.getByRole('menuitemradio', { name })).click();
  await expect(page.getByRole('button', { name: new RegExp(name) }).first()).toBeVisible();
}

test('[ST2] [AC5] [H65] removed while it is open: the stream says so, the rows go, the others stay', async ({
  first,
  second,
}) => {
  await signUp(first.page, uniqueEmail('olga'), 'Olga');
  await signUp(second.page, uniqueEmail('max'), 'Max');
  const id = randomUUID();
  await command(first.page, 'POST', '/api/workspaces', { id, name: 'Harbour' });
  const { token } = await command(first.page, 'POST', `/api/workspaces/${id}/invites`, { role: 'member' });
  await command(second.page, 'POST', '/api/invites/accept', { token });
  await first.page.reload();
  await second.page.reload();
  await addTask(second.page, 'Max’s own');
  await openWorkspace(first.page, 'Harbour');
  await openWorkspace(second.page, 'Harbour');
  await addTask(second.page, 'Of the team');
  await expect(second.page.getByText('Everything is saved').first()).toBeVisible();

  const max = await command(second.page, 'GET', '/auth/me');
  const accountId = (max.account as unknown as { id: string }).id;
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
