/** Whatever a person presses to get out of trouble, what waits stays (H13). */
import { expect } from '@playwright/test';
import { test, uniqueEmail } from '../support/fixtures';
import { outbox } from '../support/local-store';
import { addMany, controlled, signUp, task } from '../support/people';
import { installSickness, refuseAll } from '../support/sick-storage';
import { toldOnline } from '../support/told-online';

test('[H13] [CL4] each button that helps out of trouble leaves the five changes that wait where they are', async ({
  first,
  network,
}) => {
  const { page } = first;
  await installSickness(first.context);
  await signUp(page, uniqueEmail());
  await expect(page.getByText('Everything is saved').first()).toBeVisible();
  await controlled(page);
  network.down();
  await addMany(
    page,
    [1, 2, 3, 4, 5].map((n) => `Waits ${n}`),
  );
  const ids = async () => (await outbox(page)).map(({ mutation }) => mutation.id);
  const five = await ids();
  expect(five).toHaveLength(5);
  await expect(page.getByText(/^Offline, 5 changes saved here/).first()).toBeVisible();

  await page.goto('/sync');
  await page.getByRole('button', { name: 'Send now' }).click();
  expect(await ids()).toEqual(five);
  const verify = page.getByRole('button', { name: /Verify this device/ });
  if (await verify.count()) await verify.click();
  expect(await ids()).toEqual(five);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export backup' }).click();
  await download;
  expect(await ids()).toEqual(five);

  // Lists that could not be read: try again.
  await refuseAll(page, 'UnknownError');
  await page.getByRole('link', { name: 'Inbox' }).first().click();
  await expect(page.getByText('Your tasks could not be read')).toBeVisible();
  // In one go: a list that is read again by itself leaves no button to press.
  await page.getByRole('button', { name: 'Try again' }).evaluate((button: HTMLElement) => {
    Object.assign(window.sickness, { error: '' });
    button.click();
  });
  await expect(task(page, 'Waits 5')).toBeVisible();
  expect(await ids()).toEqual(five);

  // Storage that did not open: reload.
  await first.context.addInitScript(() => {
    if (sessionStorage.getItem('sick'))
      Object.assign(window.sickness, { error: 'UnknownError', upTo: Number.MAX_SAFE_INTEGER });
  });
  await page.evaluate(() => sessionStorage.setItem('sick', 'yes'));
  await page.reload();
  await expect(page.getByText(/storage does not answer/)).toBeVisible();
  await page.evaluate(() => sessionStorage.removeItem('sick'));
  await page.getByRole('button', { name: 'Reload' }).click();
  await expect(task(page, 'Waits 5')).toBeVisible();
  expect(await ids()).toEqual(five);

  // A server with trouble of its own: try now.
  network.trouble();
  await toldOnline(page);
  await page.getByRole('button', { name: 'Try now' }).click();
  expect(await ids()).toEqual(five);

  // It may have found out by itself, and the button is gone.
  network.up();
  await toldOnline(page);
  await expect(page.getByText('Everything is saved').first()).toBeVisible({ timeout: 20_000 });
  expect(await ids()).toEqual([]);
});
