/** One task's life without a connection, from its title to its next date; then another device has all of it. */
import { expect, type Page } from '@playwright/test';
import { test, uniqueEmail } from '../support/fixtures';
import { addTask, controlled, signIn, signUp, task } from '../support/people';

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).click();
const property = (page: Page, name: RegExp) => page.getByRole('button', { name });
const saved = (page: Page) => page.getByText('Everything is saved').first();

test('a task is filled in offline: text, steps, subtasks, repeat, reminder; later everyone has it', async ({
  first,
  second,
  network,
}) => {
  const email = uniqueEmail();
  await signUp(first.page, email);
  await signIn(second.page, email);
  const { page } = first;
  await controlled(page);
  await addTask(page, 'Order rope');
  await expect(saved(page)).toBeVisible();
  network.down();

  await task(page, 'Order rope').click();
  const description = page.getByRole('textbox', { name: 'Description' });
  await description.fill('Ring **Tove**:\n\n- [ ] 12 mm\n- [ ] <b>undyed</b>');
  await description.blur();
  await expect(page.locator('.prose strong')).toHaveText('Tove');
  await page.getByRole('checkbox', { name: 'Check: 12 mm' }).click();
  await expect(page.getByRole('checkbox', { name: 'Check: 12 mm' })).toBeChecked();

  const step = page.getByRole('textbox', { name: 'Add a step' });
  await step.fill('Measure');
  await step.press('Enter');
  await step.fill('Compare');
  await step.press('Enter');
  await page.getByRole('checkbox', { name: 'Complete: Measure' }).click();
  await expect(page.getByText('1 of 2')).toBeVisible();
  const subtask = page.getByRole('textbox', { name: 'Add a subtask' });
  await subtask.fill('Fetch it from the quay');
  await subtask.press('Enter');

  await property(page, /^Repeats: /).click();
  const inWords = page.getByRole('textbox', { name: 'In words' });
  await inWords.fill('every 2 weeks');
  await inWords.press('Enter');
  await expect(page.getByText(/^Next: /)).toBeVisible();
  await press(page, 'Pause');
  await press(page, 'Go on');
  await press(page, 'Done');
  await expect(property(page, /^Repeats: Every 2 weeks$/)).toBeVisible();

  await press(page, /^More: Start, /);
  await property(page, /^Estimate: /).click();
  await press(page, '2 h');
  await expect(page.getByRole('dialog', { name: 'Estimate' })).toHaveCount(0);
  await property(page, /^Waits for: /).click();
  await page.getByRole('textbox', { name: 'Find a task' }).fill('quay');
  await page.getByRole('list', { name: 'Tasks found' }).getByRole('button').click();
  await press(page, 'Done');
  await expect(property(page, /^Waits for: Fetch it from the quay$/)).toBeVisible();

  network.up();
  await expect(saved(page)).toBeVisible({ timeout: 30_000 });
  await task(second.page, 'Order rope').click();
  await expect(second.page.getByRole('checkbox', { name: 'Check: 12 mm' })).toBeChecked();
  // HTML is the text that it is.
  await expect(second.page.locator('.prose').getByText('<b>undyed</b>')).toBeVisible();
  await expect(second.page.getByText('1 of 2')).toBeVisible();
  await expect(second.page.getByRole('link', { name: 'Fetch it from the quay' }).last()).toBeVisible();
  await expect(property(second.page, /^Repeats: Every 2 weeks$/)).toBeVisible();
  await expect(property(second.page, /^Estimate: 2 h$/)).toBeVisible();
});
