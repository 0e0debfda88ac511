/** A day's lists without a network, from the first to the last: upcoming, a filter, sections, trash. */
import { expect } from '@playwright/test';
import { test } from '../support/fixtures';
import { nothingFound } from '../support/nothing-found';
import { addTask, controlled, task } from '../support/people';

test('views work offline: a day is changed, a filter saved, a section made, a task brought back', async ({
  first,
  network,
}) => {
  const { page } = first;
  const row = (title: string) => page.getByRole('listitem').filter({ has: task(page, title) });
  const menu = async (title: string, ...items: readonly string[]) => {
    await task(page, title).focus();
    await page.getByRole('button', { name: `More: ${title}` }).click();
    for (const name of items)
      await page.getByRole('menuitem', { name }).or(page.getByRole('menuitemradio', { name })).click();
  };
  await first.open('/today');
  await controlled(page);
  network.down();

  await addTask(page, 'Order rope');
  await addTask(page, 'Oil the doors');
  await menu('Order rope', 'Priority', 'High');
  await menu('Order rope', 'Tomorrow');
  await page.getByRole('link', { name: 'Upcoming', exact: true }).click();
  await expect(page.getByRole('heading', { name: /^Tomorrow, / })).toBeVisible();
  await expect(row('Order rope')).toBeVisible();
  await menu('Order rope', 'Today');
  await expect(task(page, 'Order rope')).toHaveCount(0);

  await page.getByRole('link', { name: 'New filter' }).click();
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Priority' }).click();
  await page.getByRole('menuitem', { name: 'High' }).click();
  await expect(task(page, 'Order rope')).toBeVisible();
  await expect(task(page, 'Oil the doors')).toHaveCount(0);
  await page.getByRole('button', { name: 'Save filter' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('Loud');
  await page.getByRole('dialog').getByLabel('Name').press('Enter');
  await expect(page.getByRole('link', { name: /^Loud/ })).toContainText('1');
  await nothingFound(page, 'a saved filter');

  await page.goto('/projects');
  await page.getByRole('button', { name: 'New project' }).click();
  await page.getByLabel('Name').fill('Shed');
  await page.getByLabel('Name').press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Shed' })).toBeVisible();
  await addTask(page, 'Paint the sill');
  await page.getByRole('button', { name: 'Project actions' }).click();
  await page.getByRole('menuitem', { name: 'Add section' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('Windows');
  await page.getByRole('dialog').getByLabel('Name').press('Enter');
  // It gives the focus back as it leaves: not after the task has it.
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await menu('Paint the sill', 'Move to section', 'Windows');
  await expect(page.getByRole('list', { name: 'Windows' }).getByRole('link')).toHaveText(/Paint the sill/);
  await nothingFound(page, 'sections');

  await task(page, 'Paint the sill').focus();
  await page.keyboard.press('Delete');
  await expect(task(page, 'Paint the sill')).toHaveCount(0);
  await page.getByRole('link', { name: 'Trash', exact: true }).click();
  await page.getByRole('button', { name: 'Restore Paint the sill' }).click();
  await expect(page.getByText('The trash is empty')).toBeVisible();
});
