/** Sessions that run out, end, and change under several tabs. */
import { networkInterfaces } from 'node:os';
import { expect } from '@playwright/test';
import { test, uniqueEmail } from '../support/fixtures';
import { nothingFoundInBoth } from '../support/nothing-found';
import {
  addTask,
  controlled,
  PASSWORD,
  says,
  signIn,
  signInAsSomebodyElse,
  signUp,
  task,
} from '../support/people';

test('[AC2] [CL8] an access token that ran out is renewed without a word', async ({
  first,
  second,
  network,
}) => {
  const email = uniqueEmail();
  await signUp(first.page, email);
  // What still travels from the first sync may be the one that finds the token gone.
  const before = network.seen.length;
  await first.context.clearCookies({ name: /access/ });
  expect((await first.context.cookies()).map(({ name }) => name)).toEqual([
    expect.stringContaining('refresh'),
  ]);
  const refreshes = () => network.seen.slice(before).filter(({ path }) => path === '/auth/refresh').length;
  await addTask(first.page, 'After ten minutes');
  await expect.poll(refreshes).toBe(1);
  await expect(says(first.page, 'Everything is saved')).toBeVisible();
  await signIn(second.page, email);
  await expect(task(second.page, 'After ten minutes')).toBeVisible();
  expect(refreshes()).toBe(1);
});

test('[H62] [CL8] a session that ended: everything stays editable, and goes out after signing in again', {
  tag: '@core',
}, async ({ first, second }) => {
  const email = uniqueEmail();
  await signUp(first.page, email);
  await addTask(first.page, 'Before');
  await expect(says(first.page, 'Everything is saved')).toBeVisible();
  await first.context.clearCookies();
  await addTask(first.page, 'While signed out');
  await expect(says(first.page, /You.re signed out/)).toBeVisible();
  await expect(task(first.page, 'Before')).toBeVisible();
  await nothingFoundInBoth(first.page, 'signed out');
  await first.page.goto('/sync');
  await expect(first.page.getByRole('heading', { name: 'You’re signed out' })).toBeVisible();
  await nothingFoundInBoth(first.page, 'sync centre, signed out');
  await signIn(first.page, email);
  await expect(says(first.page, 'Everything is saved')).toBeVisible();
  await signIn(second.page, email);
  await expect(task(second.page, 'While signed out')).toBeVisible();
});

test('[H62] [CL6] [CL8] two tabs whose session ended: signing in again in the one that does not sync sets the other going', async ({
  first,
  second,
}) => {
  const email = uniqueEmail();
  await signUp(first.page, email);
  await addTask(first.page, 'Before');
  await expect(says(first.page, 'Everything is saved')).toBeVisible();
  const other = await first.context.newPage();
  await other.goto('/today');
  await expect(says(other, 'Everything is saved')).toBeVisible();
  await first.context.clearCookies();
  await addTask(first.page, 'While signed out');
  await expect(says(first.page, /You.re signed out/)).toBeVisible();
  await expect(says(other, /You.re signed out/)).toBeVisible();
  await signIn(other, email);
  await expect(says(other, 'Everything is saved')).toBeVisible();
  await expect(says(first.page, 'Everything is saved')).toBeVisible();
  await signIn(second.page, email);
  await expect(task(second.page, 'While signed out')).toBeVisible();
});

test('[CL11] the other tabs follow a sign-out and the next sign-in', async ({ first }) => {
  const email = uniqueEmail();
  await signUp(first.page, email);
  await addTask(first.page, 'Seen by Ana');
  await expect(says(first.page, 'Everything is saved')).toBeVisible();
  const other = await first.context.newPage();
  await other.goto('/today');
  await expect(task(other, 'Seen by Ana')).toBeVisible();
  await first.page.goto('/settings/account');
  await first.page.getByRole('button', { name: 'Sign out' }).click();
  await first.page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click();
  await expect(task(other, 'Seen by Ana')).toHaveCount(0);
  await expect(says(other, 'Saved on this device')).toBeVisible();
  await signIn(first.page, email);
  await expect(task(other, 'Seen by Ana')).toBeVisible();
});

test('[H63] [CL11] changes kept for Ana stay hidden from Ben, and go out as Ana’s when she returns', async ({
  first,
  second,
  network,
}) => {
  const [ana, ben] = [uniqueEmail('ana'), uniqueEmail('ben')];
  await signUp(second.page, ben, 'Ben');
  await signUp(first.page, ana);
  await expect(says(first.page, 'Everything is saved')).toBeVisible();
  await controlled(first.page);
  network.down();
  await addTask(first.page, 'Ana’s, not sent');
  await first.page.goto('/settings/account');
  await first.page.getByRole('button', { name: 'Sign out' }).click();
  await first.page.getByRole('button', { name: /Keep for me/ }).click();
  await expect(says(first.page, 'Saved on this device')).toBeVisible();
  network.up();
  await signIn(first.page, ben);
  await expect(says(first.page, 'Everything is saved')).toBeVisible();
  await expect(task(first.page, 'Ana’s, not sent')).toHaveCount(0);
  await first.page.goto('/settings/account');
  await first.page.getByRole('button', { name: 'Sign out' }).click();
  await first.page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click();
  await expect(says(first.page, 'Saved on this device')).toBeVisible();
  await signIn(first.page, ana);
  await expect(task(first.page, 'Ana’s, not sent')).toBeVisible();
  await expect(says(first.page, 'Everything is saved')).toBeVisible();
  await signInAsSomebodyElse(second.page, ana);
  await expect(task(second.page, 'Ana’s, not sent')).toBeVisible();
});

test('[CL12] signing in into an account adds what was written here', async ({ first, second }) => {
  const email = uniqueEmail();
  await signUp(first.page, email);
  await addTask(first.page, 'From the account');
  await second.open('/today');
  await addTask(second.page, 'From this device');
  await signIn(second.page, email);
  await expect(task(second.page, 'From the account')).toBeVisible();
  await expect(task(second.page, 'From this device')).toBeVisible();
  await expect(task(first.page, 'From this device')).toBeVisible();
});

test('[H47] a new device: until the account’s tasks have come it says so, and no list looks empty', async ({
  first,
  second,
  network,
}) => {
  const email = uniqueEmail();
  await signUp(second.page, email);
  await addTask(second.page, 'From the account');
  await expect(says(second.page, 'Everything is saved')).toBeVisible();
  const { page } = first;
  await first.open('/sign-in');
  await controlled(page);
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(PASSWORD);
  // Each answer takes its time: the tasks come after the screen that shows them.
  network.up({ latencyMs: 3_000 });
  await page.getByRole('button', { name: /^sign in/i }).click();
  await expect(says(page, /^Your tasks are (on their way|not here yet)/)).toBeVisible({ timeout: 20_000 });
  const words = await page.locator('body').textContent();
  expect(words).not.toContain('Nothing due today');
  expect(words).not.toContain('Everything is saved');
  await nothingFoundInBoth(page, 'tasks on their way');
  network.up();
  await expect(task(page, 'From the account')).toBeVisible();
  await expect(says(page, 'Everything is saved')).toBeVisible();
});

test('a wrong password says so and keeps what was typed', async ({ first }) => {
  await first.open('/sign-in');
  await first.page.getByLabel('Email').fill(uniqueEmail());
  await first.page.getByLabel('Password').fill(PASSWORD);
  await first.page.getByRole('button', { name: /^sign in/i }).click();
  await expect(first.page.getByLabel('Password')).toHaveValue(PASSWORD);
  await expect(first.page).toHaveURL(/sign-in/);
});

test('[CL14] over plain http on another host it works online and says why offline needs HTTPS', async ({
  app,
  newDevice,
}) => {
  const address = Object.values(networkInterfaces())
    .flat()
    .find((one) => one?.family === 'IPv4' && !one.internal)?.address;
  const { page, open } = await newDevice({ url: `http://${address ?? '127.0.0.1'}:${app.port}` });
  await open('/today');
  expect(await page.evaluate(() => isSecureContext)).toBe(false);
  await addTask(page, 'Without a worker');
  const email = uniqueEmail();
  await signUp(page, email);
  await expect(task(page, 'Without a worker')).toBeVisible();
  await expect(says(page, 'Everything is saved')).toBeVisible();
  await expect(says(page, /HTTPS/)).toBeVisible();
});

test('two tabs show two workspaces, and each stays with its own', async ({ first }) => {
  await signUp(first.page, uniqueEmail());
  await addTask(first.page, 'At home');
  const other = await first.context.newPage();
  await other.goto('/today');
  await expect(task(other, 'At home')).toBeVisible();
  await other
    .getByRole('button', { name: /Personal/ })
    .first()
    .click();
  await other.getByRole('menuitem', { name: /new workspace/i }).click();
  await other.getByRole('dialog').getByRole('textbox').first().fill('Harbour');
  await other
    .getByRole('dialog')
    .getByRole('button', { name: /create|make/i })
    .click();
  await expect(other.getByRole('button', { name: /Harbour/ }).first()).toBeVisible();
  await expect(task(other, 'At home')).toHaveCount(0);
  await other.getByRole('link', { name: 'Today' }).first().click();
  await addTask(other, 'At the harbour');
  await expect(task(first.page, 'At home')).toBeVisible();
  await expect(task(first.page, 'At the harbour')).toHaveCount(0);
  await expect(says(other, 'Everything is saved')).toBeVisible();
});
