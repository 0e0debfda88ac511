/** What the eye notices at once, where layout alone can go wrong. */
import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import { test, uniqueEmail } from '../support/fixtures';
import { addTask, signUp, task } from '../support/people';
import { command } from '../support/team';
import { beyondTheWindow, tooNear } from '../support/where-boxes-are';

test.describe('on a phone', () => {
  test.use({ contextOptions: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true } });

  test('a task with nothing but a title stands level with its check', async ({ first }) => {
    await first.open('/inbox');
    await first.page.getByRole('button', { name: 'Add a task' }).click();
    const line = first.page.getByRole('textbox', { name: 'New task' });
    await line.fill('Sweep the floor');
    await line.press('Enter');
    const middle = async (selector: string) => {
      const box = await first.page.locator(`.row ${selector}`).first().boundingBox();
      return box ? box.y + box.height / 2 : Number.NaN;
    };
    await expect(task(first.page, 'Sweep the floor')).toBeVisible();
    expect(Math.abs((await middle('.check')) - (await middle('.row-title')))).toBeLessThanOrEqual(3);
  });

  test('a banner keeps its distance from a field and is line enough above a list; a priority alone takes no line', async ({
    newDevice,
  }) => {
    const { page, open } = await newDevice({ sample: true });
    const box = async (selector: string) => {
      const found = await page.locator(selector).first().boundingBox();
      if (!found) throw new Error(`${selector} is not there`);
      return found;
    };
    await open('/search');
    const banner = await box('.banner');
    expect((await box('.pal-page')).y - (banner.y + banner.height)).toBeGreaterThanOrEqual(8);
    await page.goto('/projects');
    await expect(page.locator('.banner + .page .rows').first()).toHaveCSS('border-top-width', '0px');
    await page.goto('/inbox');
    await page.getByRole('button', { name: 'New task' }).click();
    const line = page.getByRole('textbox', { name: 'New task' });
    await line.fill('Fold the chart !high');
    await line.press('Enter');
    await expect(task(page, 'Fold the chart')).toBeVisible();
    const [title, mark] = [await box('.row-title'), await box('.row .prio')];
    expect(mark.y).toBeLessThan(title.y + title.height);
  });

  test('the open task keeps its place while labels are chosen, however many there are', async ({ first }) => {
    await first.open('/today');
    await first.page.getByRole('button', { name: 'New task' }).click();
    const line = first.page.getByRole('textbox', { name: 'New task' });
    await line.fill(`Rope ${[...'abcdefghij'].map((name) => `#a-rather-long-label-${name}`).join(' ')}`);
    await line.press('Enter');
    await task(first.page, 'Rope').click();
    const sheet = first.page.locator('.sheet');
    await expect(sheet).not.toHaveAttribute('data-starting-style');
    await first.page.getByRole('button', { name: /^Labels/ }).click();
    await expect(first.page.getByRole('textbox', { name: 'Find or make a label' })).toBeFocused();
    const width = await first.page.evaluate(() => innerWidth);
    expect(width).toBe(390);
    expect(await sheet.boundingBox()).toMatchObject({ x: 0, width: 390 });
  });

  for (const { room, width, letters, dir } of [
    { room: 'letters twice as large', width: 390, letters: '200%', dir: 'ltr' },
    { room: '400 % zoom, from right to left', width: 320, letters: '100%', dir: 'rtl' },
  ] as const)
    test(`with ${room} nothing leaves the window and nothing lies over its neighbour`, async ({ first }) => {
      test.slow();
      const { page } = first;
      await page.addInitScript(
        `addEventListener('DOMContentLoaded', () => {
          document.documentElement.style.fontSize = '${letters}';
          document.documentElement.dir = '${dir}';
        })`,
      );
      await page.setViewportSize({ width, height: 844 });
      await first.open('/projects');
      await page.getByRole('button', { name: 'New project' }).click();
      await page.getByLabel('Name').fill('Boat shed fit-out');
      await page.getByLabel('Name').press('Enter');
      const title = page.getByRole('heading', { level: 1, name: 'Boat shed fit-out' });
      await expect(title).toBeVisible();
      await addTask(page, 'Send the revised quote to Lindqvist Joinery');
      const project = new URL(page.url()).pathname;
      for (const path of [
        project,
        `${project}/board`,
        '/today',
        '/projects',
        '/f/new',
        '/more',
        '/sync',
        '/settings',
        '/sign-up',
      ]) {
        await page.goto(path);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await expect.poll(() => beyondTheWindow(page), { message: path }).toEqual([]);
        await expect.poll(() => tooNear(page, '.tab > span', 4), { message: path }).toEqual([]);
        for (const neighbours of ['.top > *', '.line > *', '.sec > *'])
          await expect.poll(() => tooNear(page, neighbours, 0), { message: path }).toEqual([]);
      }
      // A name is read in words, not letter by letter.
      await page.goto(project);
      expect((await title.boundingBox())?.width).toBeGreaterThan(width * 0.4);
      await task(page, 'Send the revised').click();
      await expect(page.getByRole('textbox', { name: 'Title' })).toBeVisible();
      await expect.poll(() => beyondTheWindow(page)).toEqual([]);
      // What is said makes the round button make way, however many lines it has.
      await page.goto('/projects');
      await page.getByRole('button', { name: 'New task' }).click();
      const line = page.getByRole('textbox', { name: 'New task' });
      await line.fill('Carry the planed boards from the quay to the shed tomorrow');
      await line.press('Enter');
      await expect(line).toBeHidden();
      await expect(page.locator('.toast')).toBeVisible();
      await expect.poll(() => tooNear(page, '.toast, .fab', 0)).toEqual([]);
    });
});

test('letters typed before the choice of labels is on the screen are not lost', async ({ first }) => {
  await first.open('/today');
  await addTask(first.page, 'Rope');
  await task(first.page, 'Rope').click();
  await first.page.getByRole('button', { name: /^Labels/ }).focus();
  await first.page.keyboard.press('Enter');
  await first.page.keyboard.type('marine');
  await expect(first.page.getByRole('textbox', { name: 'Find or make a label' })).toHaveValue('marine');
});

test('the menu of a card comes with the pointer or the focus, and takes no room from the title', async ({
  first,
}) => {
  const { page } = first;
  await first.open('/projects');
  await page.getByRole('button', { name: 'New project' }).click();
  await page.getByLabel('Name').fill('Boat shed');
  await page.getByLabel('Name').press('Enter');
  await addTask(page, 'Oil the doors');
  await page.getByRole('navigation', { name: 'View' }).getByRole('link', { name: 'Board' }).click();
  const card = page.locator('.card');
  const menu = card.getByRole('button', { name: 'Move: Oil the doors' });
  await page.mouse.move(1, 1);
  await expect(menu).toHaveCSS('opacity', '0');
  const [outside, inside] = [await card.boundingBox(), await card.locator('.card-title').boundingBox()];
  expect((outside?.width ?? 0) - (inside?.width ?? 0)).toBeLessThan(30);
  await card.hover();
  await expect(menu).toHaveCSS('opacity', '1');
  await page.mouse.move(1, 1);
  await expect(menu).toHaveCSS('opacity', '0');
  await menu.focus();
  await expect(menu).toHaveCSS('opacity', '1');
  // In hand it leans, but not where motion is reduced.
  await card.evaluate((element) => element.classList.add('card-lifted'));
  await expect(card).not.toHaveCSS('transform', 'none');
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await expect(card).toHaveCSS('transform', 'none');
  await card.evaluate((element) => element.classList.remove('card-lifted'));
  // The name of the project opens what can be done with it.
  await page.getByRole('heading', { level: 1 }).getByRole('button').click();
  await expect(page.getByRole('menuitem', { name: 'Rename' })).toBeVisible();
});

test('a task added for another list says where it went, and opens', async ({ first }) => {
  await first.open('/today');
  await first.page.getByRole('button', { name: 'New task' }).first().click();
  const line = first.page.getByRole('textbox', { name: 'New task' });
  await line.pressSequentially('Order rope tomorrow #shed');
  await first.page.getByRole('button', { name: 'New project shed' }).click();
  await line.press('Enter');
  const toast = first.page.getByRole('region', { name: 'Messages' });
  await expect(toast).toContainText('Added to shedDue tomorrow');
  await toast.getByRole('button', { name: 'Open' }).click();
  await expect(first.page.getByRole('textbox', { name: 'Title' })).toHaveValue('Order rope');
  await expect(first.page.getByRole('button', { name: 'Project: shed' })).toBeVisible();
});

test('an invitation survives a reload, and its token stands in no address', async ({ first, second }) => {
  await signUp(first.page, uniqueEmail());
  const id = randomUUID();
  await command(first.page, 'POST', '/api/workspaces', { id, name: 'Harbour Studio' });
  const { token } = await command(first.page, 'POST', `/api/workspaces/${id}/invites`, { role: 'member' });
  const invitation = second.page.getByRole('heading', { name: 'Join Harbour Studio' });
  await second.open(`/join#${token}`);
  await expect(invitation).toBeVisible();
  expect(second.page.url()).not.toContain(token);
  await second.page.reload();
  await expect(invitation).toBeVisible();
});

test('a key right after Enter in quick add is the page’s, and never part of the next task', async ({
  first,
}) => {
  await first.open('/today');
  const { page } = first;
  const line = page.getByRole('textbox', { name: 'New task' });
  await page.getByRole('button', { name: 'New task' }).first().click();
  await line.fill('Pay rent');
  await line.press('Enter');
  await expect(line.and(page.locator(':focus'))).toHaveCount(0);
  await page.keyboard.type('xx');
  await expect(line).toBeHidden();
  await page.keyboard.press('n');
  await expect(line).toHaveValue('');
});

test('the ring around a focused row is whole: the line below the row does not cross it', async ({
  first,
}) => {
  const { page } = first;
  await first.open('/today');
  await addTask(page, 'Pay rent');
  const line = () => page.locator('.row').evaluate((row) => getComputedStyle(row, '::after').visibility);
  expect(await line()).toBe('visible');
  await page.keyboard.press('j');
  await expect(task(page, 'Pay rent')).toBeFocused();
  expect(await line()).toBe('hidden');
});

test('Escape closes the open task from the list beside it, and once', async ({ first }) => {
  const { page } = first;
  await first.open('/inbox');
  await first.open('/today');
  await addTask(page, 'Pay rent');
  await task(page, 'Pay rent').focus();
  await page.keyboard.press('Enter');
  // What opens takes the focus, and gives it back.
  await expect(page.getByRole('region', { name: 'Task' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('region', { name: 'Task' })).toBeHidden();
  await expect(task(page, 'Pay rent')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Task' })).toBeFocused();
  await task(page, 'Pay rent').focus();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('region', { name: 'Task' })).toBeHidden();
  await expect(page).toHaveURL(/today/);
  await task(page, 'Pay rent').click();
  await page.getByRole('button', { name: 'Copy link' }).focus();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('region', { name: 'Task' })).toBeHidden();
  await expect(page).toHaveURL(/today/);
});

test('Escape after a title was stored closes the sheet over the list, and goes back once', async ({
  first,
}) => {
  const { page } = first;
  // Over the list, not beside it; and the keys find the focus nowhere, as it is after Enter.
  await page.setViewportSize({ width: 1100, height: 800 });
  await first.open('/inbox');
  await first.open('/today');
  await addTask(page, 'Pay rent');
  await task(page, 'Pay rent').click();
  const title = page.getByRole('textbox', { name: 'Title' });
  await title.fill('Pay the rent');
  await title.press('Enter');
  await expect(title).not.toBeFocused();
  await page.keyboard.press('Escape');
  await expect(title).toBeHidden();
  await expect(task(page, 'Pay the rent')).toBeVisible();
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
  await expect(page).toHaveURL(/today/);
});
