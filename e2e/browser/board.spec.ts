/** A project as a board: by pointer, by keyboard, and on a phone. */
import { expect, type Page } from '@playwright/test';
import { test } from '../support/fixtures';

const column = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const card = (page: Page, title: string) => page.getByRole('link', { name: title });

async function project(page: Page, ...titles: readonly string[]): Promise<void> {
  await page.goto('/projects');
  await page.getByRole('button', { name: 'New project' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Shed');
  await page.getByRole('button', { name: 'Make project' }).click();
  await expect(page.getByRole('heading', { name: 'Shed' })).toBeVisible();
  for (const title of titles) {
    await page.getByRole('button', { name: 'New task' }).first().click();
    const line = page.getByRole('textbox', { name: 'New task' });
    await line.fill(title);
    await line.press('Enter');
    await expect(card(page, title)).toBeVisible();
  }
}

test('a card moves to another column from its menu, keeps the focus, and comes back with Undo', async ({
  first,
}) => {
  const { page } = first;
  await first.open('/today');
  await project(page, 'Oil the doors', 'Order rope');
  await page.getByRole('link', { name: 'Board', exact: true }).first().click();
  await expect(column(page, 'To do').getByRole('link')).toHaveText(['Oil the doors', 'Order rope']);
  // With the keyboard alone: down to the second card, to its menu, and to a column.
  await card(page, 'Oil the doors').focus();
  await page.keyboard.press('ArrowDown');
  await expect(card(page, 'Order rope')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('menuitemradio', { name: 'In progress' }).press('Enter');
  await expect(column(page, 'In progress').getByRole('link')).toHaveText(['Order rope']);
  await expect(card(page, 'Order rope')).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(card(page, 'Oil the doors')).toBeFocused();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(column(page, 'To do').getByRole('link')).toHaveText(['Oil the doors', 'Order rope']);
  await card(page, 'Order rope').press('Enter');
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Order rope');
});

test.describe('on a phone', () => {
  test.use({ contextOptions: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true } });

  test('tabs lead to each column, and the tab bar to the last project’s board', async ({ first }) => {
    const { page } = first;
    await first.open('/today');
    await project(page, 'Oil the doors');
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Board' }).tap();
    await page.getByRole('button', { name: 'Move: Oil the doors' }).tap();
    await page.getByRole('menuitemradio', { name: 'Blocked' }).tap();
    const tab = page.getByRole('navigation', { name: 'Columns' }).getByRole('button', { name: /Blocked/ });
    await tab.tap();
    await expect(tab).toHaveAttribute('aria-current', 'true');
    await expect(card(page, 'Oil the doors')).toBeInViewport();
  });
});
