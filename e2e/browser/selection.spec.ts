/** Many at once by keys, on two devices; and what fingers do on a list. */
import { expect, type Page } from '@playwright/test';
import { fingerOn, spotOn } from '../support/fingers';
import { test, uniqueEmail } from '../support/fixtures';
import { addTask, says, signIn, signUp, task } from '../support/people';

const bar = (page: Page) => page.getByRole('toolbar');
const messages = (page: Page) => page.getByRole('region', { name: 'Messages' });
const check = (page: Page, title: string) => page.getByRole('checkbox', { name: `Complete: ${title}` });

test('[H07] several are selected by keys, changed together, and come back with one Undo; what another deletes leaves', async ({
  first,
  second,
}) => {
  const { page } = first;
  const email = uniqueEmail();
  await signUp(page, email);
  for (const title of ['Oil the doors', 'Order rope', 'Hang the beam', 'Book the skip'])
    await addTask(page, title);
  await signIn(second.page, email);
  await expect(task(second.page, 'Order rope')).toBeVisible();

  await task(page, 'Oil the doors').focus();
  await page.keyboard.press('Control+a');
  await expect(bar(page)).toHaveAccessibleName('4 selected');
  await page.keyboard.press('Escape');
  await expect(bar(page)).toHaveCount(0);
  await page.keyboard.press('x');
  await expect(bar(page)).toHaveAccessibleName('1 selected');
  for (let n = 0; n < 2; n += 1) await page.keyboard.press('Shift+ArrowDown');
  await expect(bar(page)).toHaveAccessibleName('3 selected');

  await task(second.page, 'Order rope').focus();
  await second.page.keyboard.press('Delete');
  await expect(messages(page)).toContainText('“Order rope” was deleted and left the selection');
  await expect(bar(page)).toHaveAccessibleName('2 selected');

  await bar(page).getByRole('button', { name: 'Priority' }).click();
  await page.getByRole('menuitem', { name: 'High' }).click();
  await expect(messages(page)).toContainText('Set 2 tasks to High');
  await bar(page).getByRole('button', { name: 'Complete' }).click();
  await expect(messages(page)).toContainText('Completed 2 tasks');
  await expect(bar(page)).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(messages(page)).toContainText(/Undone: completed (Hang the beam|Oil the doors) and 1 more/);
  for (const title of ['Oil the doors', 'Hang the beam']) await expect(check(page, title)).not.toBeChecked();
  await expect(says(page, 'Everything is saved')).toBeVisible();
  await expect(second.page.getByRole('img', { name: 'High priority' })).toHaveCount(2);
});

test.describe('with a finger', () => {
  test.use({ contextOptions: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true } });

  test('a long press selects, a swipe completes or shows tools, a pull answers', async ({ first }) => {
    const { page } = first;
    await signUp(page, uniqueEmail());
    for (const title of ['Oil the doors', 'Order rope']) await addTask(page, title);
    await expect(says(page, /Everything is saved/)).toBeVisible();
    await page.locator('html[data-touch]').waitFor({ state: 'attached' });
    const finger = await fingerOn(page);

    await finger.down(await spotOn(task(page, 'Oil the doors')));
    await expect(bar(page)).toHaveAccessibleName('1 selected');
    await finger.up();
    await task(page, 'Order rope').tap();
    await expect(bar(page)).toHaveAccessibleName('2 selected');
    await bar(page).getByRole('button', { name: 'Leave the selection' }).tap();
    await expect(bar(page)).toHaveCount(0);

    const row = await spotOn(task(page, 'Oil the doors'), 0.3);
    await finger.down(row);
    await finger.moveTo({ x: row.x + 220, y: row.y + 4 });
    await expect(page.locator('.swipe-catches')).toHaveText('Complete');
    await finger.up();
    await expect(messages(page)).toContainText('Completed Oil the doors');

    const other = await spotOn(task(page, 'Order rope'), 0.8);
    await finger.down(other);
    await finger.moveTo({ x: other.x - 180, y: other.y });
    await finger.up();
    await page.getByRole('button', { name: 'Schedule', exact: true }).tap();
    await page.getByRole('button', { name: 'Tomorrow' }).tap();
    await expect(task(page, 'Order rope')).toHaveCount(0);

    await finger.down({ x: 195, y: 300 });
    await finger.moveTo({ x: 195, y: 420 });
    await finger.up();
    await expect(messages(page)).toContainText(/Checked \d\d:\d\d/);
  });
});
