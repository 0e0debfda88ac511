/** A task's history in its panel: who, when, where, old and new, and the way back; offline as far as it is known. */
import { expect, type Page } from '@playwright/test';
import { test, uniqueEmail } from '../support/fixtures';
import { addTask, controlled, signUp, task } from '../support/people';
import { openWorkspace, shareWorkspace } from '../support/team';

const title = (page: Page) => page.getByRole('textbox', { name: 'Title' });
const events = (page: Page) => page.getByRole('listitem').filter({ has: page.locator('.event-body') });

test('[HY1] what two people did, with the words that changed; a value is put back, and that can be undone', async ({
  first,
  second,
}) => {
  await signUp(first.page, uniqueEmail(), 'Ana');
  await signUp(second.page, uniqueEmail('omar'), 'Omar');
  await shareWorkspace(first.page, second.page, 'Boat club');
  for (const { page } of [first, second]) await openWorkspace(page, 'Boat club');
  await second.page.getByRole('radio', { name: 'Everyone' }).click();
  await addTask(first.page, 'Order marine rope');
  await task(second.page, 'Order marine rope').click();
  await title(second.page).fill('Order 40 m of marine rope');
  await title(second.page).press('Enter');
  await expect(task(first.page, 'Order 40 m of marine rope')).toBeVisible();

  await task(first.page, 'Order 40 m of marine rope').click();
  const lines = events(first.page);
  await expect(lines).toHaveCount(2);
  await expect(lines.nth(0)).toContainText('Omar changed the title');
  await expect(lines.nth(0)).toContainText(/Chrom/);
  await expect(lines.nth(0).locator('ins')).toHaveText(/40 m of/);
  await expect(lines.nth(0).locator('del')).toHaveCount(0);
  await expect(lines.nth(1)).toContainText('You made this task');
  await expect(lines.nth(1)).toContainText('this device');

  await lines
    .nth(0)
    .getByRole('button', { name: /^Restore the text/ })
    .click();
  await expect(title(first.page)).toHaveValue('Order marine rope');
  await expect(lines.nth(0)).toContainText('You changed the title');
  await expect(title(second.page)).toHaveValue('Order marine rope');
  await first.page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).click();
  await expect(title(second.page)).toHaveValue('Order 40 m of marine rope');
});

test('offline: what was fetched stays, what is done here is there at once and says so', async ({
  first,
  network,
}) => {
  const { page } = first;
  await signUp(page, uniqueEmail());
  await addTask(page, 'Oil the gate');
  await controlled(page);
  await task(page, 'Oil the gate').click();
  await expect(events(page)).toHaveCount(1);
  network.down();
  await title(page).fill('Oil the gate twice');
  await title(page).press('Enter');
  await expect(events(page)).toHaveCount(2);
  await expect(events(page).nth(0)).toContainText('You changed the title');
  await expect(events(page).nth(0)).toContainText('Saved here, not sent yet');
  await expect(page.getByText(/needs a connection/)).toBeVisible();
  await page.reload();
  await expect(events(page).nth(0)).toContainText('You changed the title');
  await expect(events(page).last()).toContainText('You made this task');
  network.up();
  await expect(page.getByText('Saved here, not sent yet')).toHaveCount(0, { timeout: 30_000 });
  await expect(page.getByText(/needs a connection/)).toHaveCount(0);
  await expect(events(page)).toHaveCount(2);
});
