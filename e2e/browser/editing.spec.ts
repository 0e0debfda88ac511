/** Writing in an open task while others do, and offline from its address alone. */
import { expect, type Page } from '@playwright/test';
import { test, uniqueEmail } from '../support/fixtures';
import { addTask, controlled, says, signIn, signUp, task } from '../support/people';

const title = (page: Page) => page.getByRole('textbox', { name: 'Title' });
const description = (page: Page) => page.getByRole('textbox', { name: 'Description' });

test('[CL1] an editor open while another device changes the text ends with both', { tag: '@core' }, async ({
  first,
  second,
}) => {
  const email = uniqueEmail();
  await signUp(first.page, email);
  await signIn(second.page, email);
  await addTask(first.page, 'Pay rent');
  await task(first.page, 'Pay rent').click();
  await task(second.page, 'Pay rent').click();

  await title(first.page).fill('Pay the rent');
  await title(second.page).fill('Pay rent on Friday');
  await title(second.page).press('Enter');
  // The other device's words reach the list behind, never the field under somebody's hands.
  await expect(title(first.page)).toHaveValue('Pay the rent');
  await title(first.page).press('Enter');

  for (const { page } of [first, second]) await expect(title(page)).toHaveValue('Pay the rent on Friday');
});

test('[CL1] what is written offline in one field does not take back another device’s change of the other', async ({
  first,
  second,
  network,
}) => {
  const email = uniqueEmail();
  await signUp(first.page, email);
  await signIn(second.page, email);
  await addTask(first.page, 'Order rope');
  await task(first.page, 'Order rope').click();
  await task(second.page, 'Order rope').click();
  network.down();
  await description(first.page).fill('40 m, undyed');
  await description(first.page).blur();
  await title(second.page).fill('Order marine rope');
  await title(second.page).press('Enter');
  await expect(says(first.page, /^Offline, 1 change saved here/)).toBeVisible();
  network.up();
  for (const { page } of [first, second]) {
    await expect(title(page)).toHaveValue('Order marine rope', { timeout: 30_000 });
    await expect(page.getByText('40 m, undyed')).toBeVisible({ timeout: 30_000 });
  }
});

test('a task opens cold and offline from its address', { tag: '@core' }, async ({ first, network }) => {
  await first.open('/today');
  await addTask(first.page, 'Splice the line');
  await controlled(first.page);
  await task(first.page, 'Splice the line').click();
  await expect(title(first.page)).toHaveValue('Splice the line');
  const address = first.page.url();
  network.down();
  const cold = await first.context.newPage();
  await first.page.close();
  await cold.goto(address);
  await expect(title(cold)).toHaveValue('Splice the line');
  await title(cold).fill('Splice the mooring line');
  await cold.keyboard.press('Escape');
  await expect(task(cold, 'Splice the mooring line')).toBeVisible();
});

test('a draft in quick add survives closing and reloading', { tag: '@core' }, async ({ first }) => {
  await first.open('/today');
  await first.page.getByRole('button', { name: 'New task' }).first().click();
  const line = first.page.getByRole('textbox', { name: 'New task' });
  await line.fill('Half a thought');
  await line.press('Escape');
  await expect(line).toBeHidden();
  await first.page.reload();
  await first.page.getByRole('button', { name: 'New task' }).first().click();
  await expect(line).toHaveValue('Half a thought');
});

test('letters typed before quick add is on the screen are not lost', async ({ first }) => {
  await first.open('/today');
  await first.page.getByRole('button', { name: 'New task' }).first().waitFor();
  await first.page.keyboard.press('n');
  await first.page.keyboard.type('Fix the roof #House');
  await expect(first.page.getByRole('textbox', { name: 'New task' })).toHaveValue('Fix the roof #House');
});
