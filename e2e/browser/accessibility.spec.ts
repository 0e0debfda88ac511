/** Nothing for axe to find on any screen of tasks: both sizes, both themes. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test as plain } from '@playwright/test';
import { test, uniqueEmail } from '../support/fixtures';
import { addTask, signUp, task } from '../support/people';

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
      '/upcoming',
      '/assigned',
      '/completed',
      '/trash',
      '/f/new',
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
    await page.keyboard.press('Escape');
    await addTask(page, 'Oil the doors');
    await page.goto(`${page.url()}/board`);
    await expect(task(page, 'Oil the doors')).toBeVisible();
    await nothingFound(page, 'board');
    await page.getByRole('button', { name: 'Move: Oil the doors' }).click();
    await expect(page.getByRole('menuitemradio', { name: 'Blocked' })).toBeVisible();
    await nothingFound(page, 'move to');

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

test('axe finds nothing where an account is needed', async ({ first }) => {
  plain.slow();
  const { page } = first;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await signUp(page, uniqueEmail());
  await page.goto('/members');
  await page.getByRole('button', { name: 'New workspace' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Harbour Studio');
  await nothingFound(page, 'new workspace');
  await page.getByRole('textbox', { name: 'Name' }).press('Enter');
  await page.getByRole('button', { name: 'Make a link' }).click();
  await expect(page.getByText('Links that work')).toBeVisible();
  await nothingFound(page, 'members');
  await page.getByRole('button', { name: 'Delete workspace' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await nothingFound(page, 'deleting a workspace');
  for (const name of ['Change password', 'Delete account']) {
    await page.goto('/settings/account');
    await page.getByRole('button', { name }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await nothingFound(page, name);
  }
});

async function nothingFound(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
  expect(found, where).toEqual([]);
}
