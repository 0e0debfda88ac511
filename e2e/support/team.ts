/** Two people in one workspace, for tests of what roles and removals do. */
import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';

/** A command as the signed-in page sends it. */
export const command = (
  page: Page,
  method: string,
  path: string,
  body?: object,
): Promise<Record<string, string>> =>
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

export async function openWorkspace(page: Page, name: string): Promise<void> {
  await page
    .getByRole('button', { name: /Personal/ })
    .first()
    .click();
  await page.getByRole('menuitem', { name }).or(page.getByRole('menuitemradio', { name })).click();
  await expect(page.getByRole('button', { name: new RegExp(name) }).first()).toBeVisible();
}

/** `owner` founds the workspace, `guest` joins it as a member; both are signed in and get it on their devices. */
export async function shareWorkspace(owner: Page, guest: Page, name: string): Promise<string> {
  const id = randomUUID();
  await command(owner, 'POST', '/api/workspaces', { id, name });
  const { token } = await command(owner, 'POST', `/api/workspaces/${id}/invites`, { role: 'member' });
  await command(guest, 'POST', '/api/invites/accept', { token });
  await owner.reload();
  await guest.reload();
  return id;
}

/** Not mine alone; the device remembers it for this view. */
export const showEveryones = (page: Page): Promise<void> =>
  page.getByRole('radio', { name: 'Everyone' }).click();

export async function accountIdOf(page: Page): Promise<string> {
  const me = await command(page, 'GET', '/auth/me');
  return (me.account as unknown as { id: string }).id;
}
