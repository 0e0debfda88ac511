/** Undo: by key, by toast, a day later from the sync centre; offline, after a reload, and beside others' edits. */
import { expect, type Page } from '@playwright/test';
import { test, uniqueEmail } from '../support/fixtures';
import { addTask, controlled, signIn, signUp, task } from '../support/people';

const title = (page: Page) => page.getByRole('textbox', { name: 'Title' });
const complete = (page: Page, name: string) => page.getByRole('checkbox', { name: `Complete: ${name}` });
const done = (page: Page) => page.getByRole('region', { name: 'Things you did' });
const toasts = (page: Page) => page.getByRole('region', { name: 'Messages' });

async function rename(page: Page, from: string, to: string): Promise<void> {
  await task(page, from).click();
  await title(page).fill(to);
  await title(page).press('Enter');
  await page.keyboard.press('Escape');
  await expect(task(page, to)).toBeVisible();
}

test('[PU8] Ctrl Z takes back the last thing and says what, offline and after a reload; Shift does it again', async ({
  first,
  network,
}) => {
  const { page } = first;
  await signUp(page, uniqueEmail());
  await addTask(page, 'Pay the rent');
  await controlled(page);
  network.down();
  await rename(page, 'Pay the rent', 'Pay the rent by card');
  await page.reload();
  await expect(task(page, 'Pay the rent by card')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(task(page, 'Pay the rent by card')).toHaveCount(0);
  await expect(task(page, 'Pay the rent')).toBeVisible();
  await expect(toasts(page)).toContainText('Undone: renamed Pay the rent');
  await page.keyboard.press('Control+Shift+z');
  await expect(task(page, 'Pay the rent by card')).toBeVisible();
  await expect(toasts(page)).toContainText('Done again: renamed Pay the rent by card');
  await toasts(page).getByRole('button', { name: 'Undo' }).click();
  await expect(task(page, 'Pay the rent by card')).toHaveCount(0);
});

test('a field keeps its own undo', async ({ first }) => {
  const { page } = first;
  await first.open('/today');
  await addTask(page, 'Oil the gate');
  await task(page, 'Oil the gate').click();
  await title(page).press('End');
  await title(page).pressSequentially(' twice');
  await title(page).press('Control+z');
  await expect(title(page)).not.toHaveValue('Oil the gate twice');
  await expect(toasts(page)).not.toContainText('Undone');
  await page.keyboard.press('Escape');
  await expect(task(page, 'Oil the gate')).toBeVisible();
});

test('[PU8] a day later, sent long ago: what nobody changed goes back, what another device changed stays and is named', async ({
  first,
  second,
}) => {
  const email = uniqueEmail();
  const { page } = first;
  await signUp(page, email);
  await signIn(second.page, email);
  await addTask(page, 'Order rope');
  await addTask(page, 'Call the yard');
  await rename(page, 'Order rope', 'Order marine rope');
  await complete(page, 'Call the yard').click();
  await expect(page.getByText('Everything is saved').first()).toBeVisible();
  await rename(second.page, 'Order marine rope', 'Order marine rope, undyed');
  await expect(task(page, 'Order marine rope, undyed')).toBeVisible();

  await page.clock.setFixedTime(Date.now() + 86_400_000);
  await page.goto('/sync');
  const list = done(page);
  await expect(list.getByText(/Yesterday/).first()).toBeVisible();

  await list.getByRole('button', { name: 'Undo: Completed Call the yard' }).click();
  await expect(list.getByRole('button', { name: 'Do again: Completed Call the yard' })).toBeVisible();
  await list.getByRole('button', { name: /^Undo: Renamed Order marine rope, undyed/ }).click();
  await expect(toasts(page)).toContainText(
    'Not undone: renamed Order marine rope, undyed. The title stays: you have changed it on another device since.',
  );
  // Everyone has it.
  await expect(task(second.page, 'Order marine rope, undyed')).toBeVisible();
  await expect(complete(second.page, 'Call the yard')).toHaveAttribute('aria-checked', 'false');
});
