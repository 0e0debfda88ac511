/** A project as a board and as a list, put in order by pointer, by keyboard, and on a phone. */
import { expect, type Page } from '@playwright/test';
import { fingerOn, spotOn } from '../support/fingers';
import { test, uniqueEmail } from '../support/fixtures';
import { startFlakyProxy } from '../support/flaky-proxy';
import { controlled, says, signIn, signUp } from '../support/people';

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

test('[MG11] a card goes where it is dropped, by mouse and by keys; moved at once on two devices it ends in one place', async ({
  first,
  network,
  newDevice,
  app,
}) => {
  const { page } = first;
  const otherNetwork = await startFlakyProxy(app.port);
  const second = await newDevice({ url: otherNetwork.url });
  const email = uniqueEmail();
  await signUp(page, email);
  await project(page, 'Oil the doors', 'Order rope', 'Hang the beam', 'Book the skip');
  await page.getByRole('link', { name: 'Board', exact: true }).first().click();
  await expect(page.locator('.board[data-drags]')).toBeVisible();
  const doing = (of: Page) => column(of, 'In progress').getByRole('link');

  // By mouse: lifted, held over the column, let go; the washed column and the dashed slot say where.
  const drag = async (title: string, to: { x: number; y: number }) => {
    const from = await spotOn(card(page, title));
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + 12, from.y + 4);
    await page.mouse.move(to.x, to.y, { steps: 4 });
    await expect(page.locator('.card-lifted')).toContainText(title);
    await expect(page.locator('.drop-slot')).toBeVisible();
    await page.mouse.up();
    await expect(page.locator('.card-lifted, .drop-slot')).toHaveCount(0);
  };
  await drag('Order rope', await spotOn(column(page, 'In progress')));
  await expect(doing(page)).toHaveText(['Order rope']);
  await expect(page.getByRole('alert')).toHaveText('Order rope: dropped in In progress, position 1 of 1.');
  await drag('Book the skip', await spotOn(card(page, 'Order rope'), 0.5, 0.2));
  await expect(doing(page)).toHaveText(['Book the skip', 'Order rope']);

  // By keys: picked up, over the next column, a place down, back with Esc, and dropped with Enter.
  await card(page, 'Oil the doors').focus();
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('alert')).toHaveText('Oil the doors: over In progress, position 1 of 3.');
  await page.keyboard.press('Escape');
  await expect(column(page, 'To do').getByRole('link')).toHaveText(['Oil the doors', 'Hang the beam']);
  await page.keyboard.press('Control+Enter');
  for (const key of ['ArrowRight', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
  await expect(doing(page)).toHaveText(['Book the skip', 'Oil the doors', 'Order rope']);
  await expect(card(page, 'Oil the doors')).toBeFocused();

  // The same card on two devices without a connection: to the top here, to the end there.
  await signIn(second.page, email);
  await second.page.goto(new URL(page.url()).pathname);
  await expect(doing(second.page)).toHaveText(['Book the skip', 'Oil the doors', 'Order rope']);
  for (const device of [first, second]) {
    await expect(says(device.page, 'Everything is saved')).toBeVisible();
    await controlled(device.page);
  }
  network.down();
  otherNetwork.down();
  for (const [device, key] of [
    [first, 'ArrowUp'],
    [second, 'ArrowDown'],
  ] as const) {
    await card(device.page, 'Oil the doors').focus();
    for (const press of ['Control+Enter', key, 'Enter']) await device.page.keyboard.press(press);
  }
  await expect(doing(page)).toHaveText(['Oil the doors', 'Book the skip', 'Order rope']);
  await expect(doing(second.page)).toHaveText(['Book the skip', 'Order rope', 'Oil the doors']);
  network.up();
  otherNetwork.up();
  for (const device of [first, second])
    await expect(says(device.page, 'Everything is saved')).toBeVisible({ timeout: 30_000 });
  await expect
    .poll(
      async () =>
        (await doing(page).allTextContents()).join() === (await doing(second.page).allTextContents()).join(),
    )
    .toBe(true);
  await expect(doing(page)).toHaveCount(3);
  await otherNetwork.close();
});

test('[MG11] rows of a list are put in order by mouse, by keys and from the menu; list or board is remembered', async ({
  first,
}) => {
  const { page } = first;
  await first.open('/today');
  await project(page, 'Oil the doors', 'Order rope', 'Hang the beam');
  const rows = page.locator('.main .row-title');
  await expect(page.locator('.scroll[data-drags]')).toBeVisible();
  // Hovering waits until the list stands still: it may just have made room for its tools.
  await card(page, 'Oil the doors').hover({ position: { x: 60, y: 10 } });
  await page.mouse.down();
  const to = await spotOn(card(page, 'Order rope'), 0.3, 0.9);
  await page.mouse.move(to.x, to.y - 20);
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await expect(page.locator('.drop-line')).toBeVisible();
  await page.mouse.up();
  await expect(rows).toHaveText(['Order rope', 'Oil the doors', 'Hang the beam']);

  await card(page, 'Hang the beam').focus();
  for (const key of ['Control+Enter', 'ArrowUp']) await page.keyboard.press(key);
  await expect(page.getByRole('alert')).toHaveText('Hang the beam: over Open in Shed, position 2 of 3.');
  for (const key of ['ArrowUp', 'Enter']) await page.keyboard.press(key);
  await expect(rows).toHaveText(['Hang the beam', 'Order rope', 'Oil the doors']);
  await expect(card(page, 'Hang the beam')).toBeFocused();

  await card(page, 'Hang the beam').hover();
  await page.getByRole('button', { name: 'More: Hang the beam' }).click();
  await page.getByRole('menuitem', { name: 'Move down' }).click();
  await expect(rows).toHaveText(['Order rope', 'Hang the beam', 'Oil the doors']);
  await page.keyboard.press('Control+z');
  await expect(rows).toHaveText(['Hang the beam', 'Order rope', 'Oil the doors']);

  const views = page.getByRole('navigation', { name: 'View' });
  await views.getByRole('link', { name: 'Board' }).click();
  await expect(column(page, 'To do').getByRole('link')).toHaveText([
    'Hang the beam',
    'Order rope',
    'Oil the doors',
  ]);
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Today' }).first().click();
  await page.getByRole('link', { name: /^Shed/ }).first().click();
  await expect(page).toHaveURL(/\/board$/);
  await views.getByRole('link', { name: 'List' }).click();
  await expect(rows).toHaveCount(3);
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

  test('a long press lifts a card; resting at the edge turns the column, and the card lands in it', async ({
    first,
  }) => {
    const { page } = first;
    await first.open('/today');
    await project(page, 'Oil the doors', 'Order rope');
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Board' }).tap();
    await expect(card(page, 'Order rope')).toBeVisible();
    await expect(page.locator('.board[data-drags]')).toBeVisible();
    const finger = await fingerOn(page);
    await finger.down(await spotOn(card(page, 'Order rope')));
    await expect(page.locator('.card-lifted')).toContainText('Order rope');
    await finger.moveTo({ x: 376, y: 300 });
    // For as long as it rests there, up to the last one.
    const tab = page.getByRole('navigation', { name: 'Columns' }).getByRole('button', { name: /Done/ });
    await expect(tab).toHaveAttribute('aria-current', 'true');
    await finger.moveTo({ x: 200, y: 300 });
    await expect(page.getByRole('alert')).toContainText('over Done, position 1 of 1');
    await finger.up();
    await expect(column(page, 'Done').getByRole('link')).toHaveText(['Order rope']);
    await expect(page).toHaveURL(/\/board$/);
  });
});
