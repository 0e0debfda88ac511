/** Capture, offline from the first letter to the last: words, chips, several lines, a killed page; and the first start. */
import { expect, type Page } from '@playwright/test';
import { test, uniqueEmail } from '../support/fixtures';
import { stored } from '../support/local-store';
import { nothingFound } from '../support/nothing-found';
import { controlled, signUp, task } from '../support/people';

const line = (page: Page) => page.getByRole('textbox', { name: 'New task' });
const chips = (page: Page) => page.getByRole('group', { name: 'Understood as' });
const toasts = (page: Page) => page.getByRole('region', { name: 'Messages' });
const keptDraft = async (page: Page): Promise<string> => JSON.stringify(await stored(page, 'meta'));

test('what is typed in words is understood, refused, kept over a killed page, and added, all offline', async ({
  first,
  network,
}) => {
  await signUp(first.page, uniqueEmail());
  await first.open('/inbox');
  await expect(first.page.getByText('Everything is saved').first()).toBeVisible();
  await controlled(first.page);
  network.down();

  await first.page.keyboard.press('n');
  await first.page.keyboard.type('Pay rent every friday 9am #shed !high');
  await expect(chips(first.page)).toContainText('Every Friday');
  await expect(chips(first.page)).toContainText('High');
  await expect(chips(first.page)).toContainText(/Fri .*, 09:00|Today, 09:00|Tomorrow, 09:00/);
  await first.page.getByRole('button', { name: 'Keep “#shed” as words' }).click();
  await first.page.keyboard.type(' soon');
  await expect(chips(first.page)).not.toContainText('shed');

  // Killed with the field open: no Esc, no goodbye.
  await expect.poll(() => keptDraft(first.page)).toContain('#shed !high soon');
  await first.page.close();
  const page = await first.context.newPage();
  await page.goto(`${first.url}/inbox?new=1`);
  await expect(line(page)).toHaveValue('Pay rent every friday 9am #shed !high soon');
  await expect(chips(page)).not.toContainText('shed');
  await expect(page.getByText('No signal right now. Added here at once, sent later.')).toBeVisible();
  await line(page).press('Enter');
  await expect(task(page, 'Pay rent #shed soon')).toBeVisible();

  await page.keyboard.press('n');
  await page.keyboard.insertText('- Rope #boat\n- Tar #boat\n\n- Oars tomorrow');
  await expect(page.getByText('3 lines: each becomes a task')).toBeVisible();
  await nothingFound(page, 'several lines');
  await page.getByRole('button', { name: 'Add 3 tasks' }).click();
  await expect(toasts(page)).toContainText('3 tasks added');
  for (const title of ['Rope', 'Tar', 'Oars']) await expect(task(page, title)).toBeVisible();
  expect(await stored(page, 'label')).toHaveLength(1);
  await toasts(page).getByRole('button', { name: 'Undo' }).click();
  for (const title of ['Rope', 'Tar', 'Oars']) await expect(task(page, title)).toHaveCount(0);
  await expect(task(page, 'Pay rent #shed soon')).toBeVisible();

  await page.goto(`${first.url}/add?title=Ring%20Ana&notes=about%20the%20boat`);
  await expect(line(page)).toHaveValue('Ring Ana');
  await expect(page.getByRole('textbox', { name: 'Notes' })).toHaveValue('about the boat');
  await page.keyboard.press('Escape');
  await page.keyboard.press('n');
  await expect(line(page)).toHaveValue('Ring Ana');
});

test('[CL12] a first start has a sample, gone in one tap and back with another; an account never gets it', async ({
  newDevice,
}) => {
  const { page, open } = await newDevice({ sample: true });
  await open('/today');
  const lesson = page.getByRole('link', { name: /^Complete this one/ });
  await expect(lesson).toBeVisible();
  await expect(page.getByText('A sample to try things on.')).toBeVisible();
  await nothingFound(page, 'the sample');
  await page.getByRole('button', { name: 'Remove it' }).click();
  await expect(lesson).toHaveCount(0);
  await toasts(page).getByRole('button', { name: 'Undo' }).click();
  await expect(lesson).toBeVisible();
  await page.reload();
  await expect(lesson).toHaveCount(1);
  await page.getByRole('checkbox', { name: /^Complete: Complete this one/ }).click();
  await expect(toasts(page)).toContainText('Completed');

  await signUp(page, uniqueEmail());
  await expect(page.getByText('Everything is saved').first()).toBeVisible();
  await expect(page.getByText('Nothing due today')).toBeVisible();
  expect(await stored(page, 'project')).toEqual([]);
  await page.goto('/projects');
  await expect(page.getByRole('heading', { level: 1, name: 'Projects' })).toBeVisible();
  await expect(page.getByText('Getting started')).toHaveCount(0);
});
