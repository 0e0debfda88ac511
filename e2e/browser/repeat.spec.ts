/** A repeating task: set in its panel, the next one is there at once; done offline on two devices there is one. */
import { expect, type Page } from '@playwright/test';
import { test, uniqueEmail } from '../support/fixtures';
import { startFlakyProxy } from '../support/flaky-proxy';
import { addTask, controlled, signIn, signUp, task } from '../support/people';

const complete = (page: Page, name: string) => page.getByRole('checkbox', { name: `Complete: ${name}` });
const toasts = (page: Page) => page.getByRole('region', { name: 'Messages' });

async function repeatEvery(page: Page, title: string, choice: string): Promise<void> {
  await task(page, title).click();
  await page.getByRole('button', { name: 'Repeats: Never' }).click();
  await page.getByRole('button', { name: choice, exact: true }).click();
  await expect(page.getByRole('button', { name: `Repeats: ${choice}` })).toBeVisible();
  await page.keyboard.press('Escape');
}

test('[MG12] [MG13] [PU8] done offline on two devices there is one next task; undo takes it back', async ({
  first,
  network,
  newDevice,
  app,
}) => {
  const email = uniqueEmail();
  const otherNetwork = await startFlakyProxy(app.port);
  const second = await newDevice({ url: otherNetwork.url });
  await signUp(first.page, email);
  await signIn(second.page, email);
  await addTask(first.page, 'Water the seedlings');
  await repeatEvery(first.page, 'Water the seedlings', 'Every day');
  await expect(task(second.page, 'Water the seedlings')).toBeVisible();
  for (const { page } of [first, second]) {
    await expect(page.getByText('Everything is saved').first()).toBeVisible();
    await controlled(page);
    await page.goto('/inbox');
    await expect(task(page, 'Water the seedlings')).toBeVisible();
  }
  network.down();
  otherNetwork.down();
  for (const { page } of [first, second]) {
    await complete(page, 'Water the seedlings').click();
    await expect(toasts(page)).toContainText('Completed Water the seedlings. Next on Tomorrow');
    // The finished one rests and closes up; the next stands in its place.
    await expect(complete(page, 'Water the seedlings').and(page.locator('[aria-checked=false]'))).toHaveCount(
      1,
    );
  }
  network.up();
  otherNetwork.up();
  for (const { page } of [first, second]) {
    await expect(page.getByText('Everything is saved').first()).toBeVisible({ timeout: 30_000 });
    await expect(complete(page, 'Water the seedlings').and(page.locator('[aria-checked=false]'))).toHaveCount(
      1,
    );
    await expect(page.getByText(/need you/)).toHaveCount(0);
  }
  await first.page.keyboard.press('Control+z');
  await expect(toasts(first.page)).toContainText('Undone: completed Water the seedlings');
  await second.page.getByRole('link', { name: 'Water the seedlings Today' }).click();
  await expect(second.page.getByRole('button', { name: 'Due: Today' })).toBeVisible();
  await otherNetwork.close();
});
