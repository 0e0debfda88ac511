/** Search, the palette, the keys and the settings, offline: one journey by keyboard. */
import { expect, type Page } from '@playwright/test';
import { test, uniqueEmail } from '../support/fixtures';
import { addTask, controlled, signUp, task } from '../support/people';

const palette = (page: Page) => page.getByRole('combobox');
const found = (page: Page, name: string | RegExp) => page.getByRole('option', { name });
const theme = (page: Page) => page.evaluate(() => document.documentElement.dataset['theme']);

test('find, choose and settle by keyboard, offline', async ({ first, network }) => {
  const { page, context } = first;
  const refusals: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) refusals.push(message.text());
  });
  await signUp(page, uniqueEmail());
  await addTask(page, 'Order 40 m of marine rope');
  await addTask(page, 'Pay the rent');
  await controlled(page);
  network.down();
  await page.goto('/today');
  await expect(task(page, 'Pay the rent')).toBeVisible();

  // Found in spite of a typo, marked by more than colour, opened by Enter.
  await page.keyboard.press('Control+k');
  await page.keyboard.type('marnie rope');
  await expect(
    found(page, /marine/)
      .locator('mark')
      .first(),
  ).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Order 40 m of marine rope');
  await page.keyboard.press('Escape');

  // What another tab writes is found here, without a reload; a search that was opened is remembered.
  const other = await context.newPage();
  await other.goto('/today');
  await addTask(other, 'Paint the dinghy');
  await page.bringToFront();
  await page.keyboard.press('/');
  await expect(found(page, 'marnie rope')).toBeVisible();
  await page.keyboard.type('dinghy');
  await expect(found(page, /dinghy/).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(palette(page)).toHaveCount(0);

  // A choice for the row in focus; the focus comes back to it.
  await page.keyboard.press('j');
  const title = await page.evaluate(() => document.activeElement?.textContent);
  await page.keyboard.press('p');
  await expect(found(page, 'Urgent')).toBeVisible();
  await page.keyboard.type('urg');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('img', { name: 'Urgent priority' })).toHaveCount(1);
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(title);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toContainText('Narrow or widen the sidebar');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toHaveCount(0);

  // Chosen here, seen in every tab at once, and there before the first paint of the next start.
  await page.keyboard.press('g');
  await page.keyboard.press('e');
  await page.getByRole('radio', { name: 'Dark' }).click();
  await expect.poll(() => theme(page)).toBe('dark');
  await expect.poll(() => theme(other)).toBe('dark');
  const letters = page.getByRole('switch', { name: 'Single letters are commands' });
  await letters.click();
  await expect(letters).not.toBeChecked();
  await page.addInitScript(() => {
    const look = () => {
      if (document.getElementById('root')?.hasChildNodes())
        document.documentElement.dataset['first'] = document.documentElement.dataset['theme'];
      else requestAnimationFrame(look);
    };
    look();
  });
  await page.goto('/today');
  await expect(task(page, 'Pay the rent')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.dataset['first'])).toBe('dark');
  await page.keyboard.press('n');
  await page.keyboard.press('Control+k');
  await expect(palette(page)).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'New task' })).toHaveCount(0);
  expect(refusals).toEqual([]);
});
