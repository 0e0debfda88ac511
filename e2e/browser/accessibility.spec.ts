/** Nothing for axe to find on any screen of tasks: both sizes, both themes, and what lies over them. */
import { expect, test as plain } from '@playwright/test';
import { test, uniqueEmail } from '../support/fixtures';
import { nothingFound, nothingFoundInBoth } from '../support/nothing-found';
import { addTask, controlled, says, signUp, task } from '../support/people';

/** What lies over the page. */
const over = '.menu, [role=dialog]';

const looks = [
  { name: 'wide and light', size: { width: 1280, height: 800 }, theme: 'light' },
  { name: 'narrow and dark', size: { width: 390, height: 844 }, theme: 'dark' },
] as const;

for (const { name, size, theme } of looks) {
  test(`axe finds nothing, ${name}`, async ({ first }) => {
    // Every screen, one after the other, in the first minutes of a run, while everything else is busy too.
    plain.setTimeout(400_000);
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
      '/settings',
      '/settings/account',
      '/welcome',
      '/sign-up',
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
    await nothingFound(page, 'project menu', over);
    await page.keyboard.press('Escape');
    await addTask(page, 'Oil the doors');
    await page.goto(`${page.url()}/board`);
    await expect(task(page, 'Oil the doors')).toBeVisible();
    await nothingFound(page, 'board');
    await page.getByRole('button', { name: 'Move: Oil the doors' }).click();
    await expect(page.getByRole('menuitemradio', { name: 'Blocked' })).toBeVisible();
    await nothingFound(page, 'move to', over);

    await page.goto('/today');
    await task(page, 'Order rope').click();
    await expect(page.getByRole('textbox', { name: 'Title' })).toBeVisible();
    await nothingFound(page, 'open task');
    await page.getByRole('button', { name: /^Due:/ }).last().click();
    await expect(page.getByLabel('Day', { exact: true })).toBeVisible();
    await nothingFound(page, 'due', over);
    for (const [name, first] of [
      [/^Repeats:/, page.getByRole('textbox', { name: 'In words' })],
      [/^Labels:/, page.getByRole('textbox', { name: 'Find or make a label' })],
    ] as const) {
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name }).last().click();
      await expect(first).toBeVisible();
      await nothingFound(page, String(name), over);
    }
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^More:/ }).click();
    await expect(page.getByRole('button', { name: /^Waits for:/ })).toBeVisible();
    await nothingFound(page, 'all properties');

    await page.goto('/today?new=1');
    await page.getByRole('textbox', { name: 'New task' }).fill('Ring Tove tomorrow 9am #rope !high');
    await nothingFound(page, 'quick add', over);
    await page.getByRole('button', { name: 'Due', exact: true }).click();
    await expect(page.getByRole('table', { name: 'Calendar' })).toBeVisible();
    await nothingFound(page, 'quick add, a day', over);

    await page.goto('/today');
    await task(page, 'Order rope').focus();
    await page.keyboard.press('x');
    await expect(page.getByRole('toolbar', { name: /selected/ })).toBeVisible();
    await nothingFound(page, 'selection');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('rope');
    await expect(page.getByRole('option', { name: /Order/ })).toBeVisible();
    await nothingFound(page, 'palette', over);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('combobox')).toBeHidden();
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
    await nothingFound(page, 'keys', over);
    await page.keyboard.press('Escape');
    await task(page, 'Order rope').focus();
    await page.keyboard.press('Delete');
    await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
    await nothingFound(page, 'a message');
    await page.goto('/trash');
    await expect(page.getByText('Order rope')).toBeVisible();
    await nothingFound(page, 'trash');
  });
}

test('axe finds nothing where an account is needed, and offline', async ({ first, network }) => {
  plain.slow();
  const { page } = first;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await signUp(page, uniqueEmail());
  await page.goto('/members');
  await page.getByRole('button', { name: 'New workspace' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Harbour Studio');
  await nothingFoundInBoth(page, 'new workspace');
  await page.getByRole('textbox', { name: 'Name' }).press('Enter');
  await page.getByRole('button', { name: 'Make a link' }).click();
  await expect(page.getByText('Links that work')).toBeVisible();
  await nothingFoundInBoth(page, 'members');
  await page.getByRole('button', { name: 'Delete workspace' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await nothingFoundInBoth(page, 'deleting a workspace');
  for (const name of ['Change password', 'Delete account']) {
    await page.goto('/settings/account');
    await page.getByRole('button', { name }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await nothingFoundInBoth(page, name);
  }

  await page.goto('/today');
  await controlled(page);
  network.down();
  await addTask(page, 'Written offline');
  await expect(says(page, /Offline/)).toBeVisible();
  await nothingFoundInBoth(page, 'Today, offline');
  await page.goto('/sync');
  await expect(page.getByText(/Added .*Written offline/).first()).toBeVisible();
  await nothingFoundInBoth(page, 'sync centre, offline');
});
