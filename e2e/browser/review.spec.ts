/** What merging could not settle is asked calmly, decided once, and the same for everyone after it. */
import { expect, type Page } from '@playwright/test';
import { type Device, test, uniqueEmail } from '../support/fixtures';
import { startFlakyProxy } from '../support/flaky-proxy';
import { addTask, controlled, signUp, task } from '../support/people';
import { openWorkspace, shareWorkspace } from '../support/team';

const title = (page: Page) => page.getByRole('textbox', { name: 'Title' });
const result = (page: Page, field: string) => page.getByRole('status', { name: `Result: ${field}` });
const pushed = (page: Page) =>
  page.waitForResponse((answer) => answer.url().includes('/sync/push') && answer.ok());

/** Sam and Ana in one workspace, with one task that both have open. */
async function together(sam: Device, ana: Device, words: string): Promise<string> {
  const email = uniqueEmail('sam');
  await signUp(ana.page, uniqueEmail('ana'), 'Ana');
  await signUp(sam.page, email, 'Sam');
  await shareWorkspace(ana.page, sam.page, 'Harbour');
  for (const { page } of [sam, ana]) {
    await openWorkspace(page, 'Harbour');
    await controlled(page);
  }
  const sent = pushed(ana.page);
  await addTask(ana.page, words);
  await sent;
  await ana.page.goto('/inbox');
  await sam.page.goto('/inbox');
  for (const { page } of [sam, ana]) {
    await task(page, words).click();
    await expect(title(page)).toHaveValue(words);
  }
  return email;
}

async function rename(page: Page, words: string): Promise<void> {
  await title(page).fill(words);
  await title(page).press('Enter');
}

test('[MG2] [MG10] the same words rewritten by two people offline: one decides, both have the same', async ({
  app,
  first: sam,
  newDevice,
  network,
}) => {
  const anas = await startFlakyProxy(app.port);
  const ana = await newDevice({ url: anas.url });
  await together(sam, ana, 'Order 40 m of marine rope');
  network.down();
  anas.down();
  await rename(sam.page, 'Order 40 m of floating rope');
  await rename(ana.page, 'Order 40 m of mooring rope');
  anas.up();
  await expect(ana.page.getByText('Everything is saved').first()).toBeVisible({ timeout: 30_000 });
  network.up();

  // Sam is asked, calmly: nothing opens by itself.
  await expect(sam.page.getByText('1 needs you').first()).toBeVisible({ timeout: 30_000 });
  await expect(sam.page.getByRole('dialog', { name: /changed|conflict/i })).toHaveCount(0);
  // Both see on the task itself that there are two versions.
  for (const { page } of [sam, ana])
    await expect(page.getByRole('link', { name: '2 versions of the title' })).toBeVisible();

  // Sam decides without a connection.
  network.down();
  await sam.page.getByRole('link', { name: '2 versions of the title' }).click();
  await expect(sam.page.getByRole('heading', { name: 'You and Ana both changed this task' })).toBeVisible();
  const sides = sam.page.getByRole('group', { name: /^Title/ });
  await expect(sides.getByRole('checkbox', { name: /^Yours/ })).toBeChecked();
  await expect(sides.getByRole('checkbox', { name: /^Ana’s/ })).toBeChecked();
  // A screen reader hears whose words are whose, not only sees it.
  await expect(result(sam.page, 'Title')).toContainText('added, yours: floating');
  await sides.getByText('Order 40 m of', { exact: false }).nth(1).click();
  await expect(result(sam.page, 'Title')).not.toContainText('mooring');
  await sam.page.getByRole('button', { name: 'Edit the result: Title' }).click();
  await sam.page.getByRole('textbox', { name: 'Result: Title' }).fill('Order 40 m of floating mooring rope');
  await sam.page.getByRole('button', { name: 'Save result' }).click();
  await expect(sam.page).toHaveURL(/\/sync$/);
  network.up();

  await sam.page.goto('/inbox');
  await expect(task(sam.page, 'Order 40 m of floating mooring rope')).toBeVisible();
  await expect(title(ana.page)).toHaveValue('Order 40 m of floating mooring rope', { timeout: 30_000 });
  // Settled on one device, it is gone from the other.
  await expect(ana.page.getByRole('link', { name: '2 versions of the title' })).toHaveCount(0);
  await expect(sam.page.getByText('Everything is saved').first()).toBeVisible({ timeout: 30_000 });
  await anas.close();
});
