/** Nothing for axe to find on any screen of tasks: both sizes, both themes. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test as plain } from '@playwright/test';
import { test } from '../support/fixtures';
import { addTask, task } from '../support/people';

const looks = [
  { name: 'wide and light', size: { width: 1280, height: 800 }, theme: 'light' },
  { name: 'narrow and dark', size: { width: 390, height: 844 }, theme: 'dark' },
] as const;

for (const { name, size, theme } of looks) {
  test(`axe finds nothing, ${name}`, async ({ first }) => {
    plain.slow();
    const { page } = first;
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await first.open('/today');
    await expect(page.getByText('Nothing due today')).toBeVisible();
    await nothingFound(page, 'Today, empty');
    await addTask(page, 'Pay the studio rent');
    await page.getByRole('button', { name: 'New task' }).first().click();
    await page.getByRole('textbox', { name: 'New task' }).fill('Order rope #rope !!');
    await page.getByRole('textbox', { name: 'New task' }).press('Enter');
    await expect(task(page, 'Order rope')).toBeVisible();
    await nothingFound(page, 'Today');

    for (const path of [
      '/inbox',
      '/projects',
      '/search',
      '/more',
      '/sync',
      '/settings/account',
      '/nowhere',
    ]) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await nothingFound(page, path);
    }

    await page.goto('/projects');
    await page.getByRole('button', { name: 'New project' }).click();
    await page.getByLabel('Name').fill('Boat shed');
    await nothingFound(page, 'new project');
    await page.getByLabel('Name').press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Boat shed' })).toBeVisible();
    await nothingFound(page, 'project, empty');
    await page.getByRole('button', { name: 'Project actions' }).click();
    await expect(page.getByRole('menuitem', { name: 'Rename' })).toBeVisible();
    await nothingFound(page, 'project menu');

    await page.goto('/today');
    await task(page, 'Order rope').click();
    await expect(page.getByRole('textbox', { name: 'Title' })).toBeVisible();
    await nothingFound(page, 'open task');
    await page.getByRole('button', { name: /^Due:/ }).last().click();
    await expect(page.getByLabel('Day', { exact: true })).toBeVisible();
    await nothingFound(page, 'due');

    await page.goto('/today?new=1');
    await page.getByRole('textbox', { name: 'New task' }).fill('Ring Tove tomorrow 9am #rope !high');
    await nothingFound(page, 'quick add');
  });
}

async function nothingFound(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
  expect(found, where).toEqual([]);
}
