/** Every way out of a device, and every way back: nothing unsent goes without a word, nothing of one person stays for another. */
import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { test, uniqueEmail } from '../support/fixtures';
import { databaseNames, outbox, storedTitles } from '../support/local-store';
import { addMany, addTask, controlled, PASSWORD, signIn, signUp, task } from '../support/people';
import { ageSessions } from '../support/server-clock';
import { accountIdOf, command, openWorkspace, shareWorkspace } from '../support/team';
import { toldOnline } from '../support/told-online';

const saved = (page: Page) => expect(page.getByText('Everything is saved').first()).toBeVisible();
const dialog = (page: Page) => page.getByRole('dialog');
const SIGN_OUTS = Number(process.env.HOLDFAST_SIGN_OUTS ?? 3);

test('[CL11] safe to leave? says what only this device has, and discarding is asked once more', async ({
  first,
  network,
}) => {
  const { page } = first;
  await signUp(page, uniqueEmail());
  await saved(page);
  await controlled(page);
  network.down();
  await addTask(page, 'Only on the boat');
  await page.goto('/settings/account');
  for (const way of ['Sign out', 'Sign in as somebody else', 'Clear this device’s copy']) {
    await page.getByRole('button', { name: new RegExp(`^${way}`) }).click();
    await expect(
      dialog(page).getByRole('heading', { name: '1 change is only on this device' }),
    ).toBeVisible();
    await expect(dialog(page).getByText('Only on the boat')).toBeVisible();
    await expect(
      dialog(page).getByText('Needs a connection').or(dialog(page).getByText('Once everything is sent')),
    ).toBeVisible();
    await dialog(page).getByRole('button', { name: 'Discard…' }).click();
    await expect(dialog(page).getByRole('heading', { name: 'Discard 1 change?' })).toBeVisible();
    await dialog(page).getByRole('button', { name: 'Back' }).click();
    // The question before is still fading.
    await page
      .getByRole('dialog', { name: '1 change is only on this device' })
      .getByRole('button', { name: 'Stay', exact: true })
      .click();
    await expect(dialog(page)).toHaveCount(0);
  }
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await dialog(page).getByRole('button', { name: 'Save a file' }).click();
  expect(await readFile(await (await download).path(), 'utf8')).toContain('Only on the boat');
  expect(await outbox(page)).toHaveLength(1);
});

test('[CL11] clearing this device: the copy goes in every tab, and comes again from the server', async ({
  first,
}) => {
  const { page } = first;
  await signUp(page, uniqueEmail());
  await addTask(page, 'In the account');
  await saved(page);
  const other = await first.context.newPage();
  await other.goto('/today');
  await expect(task(other, 'In the account')).toBeVisible();
  await page.goto('/settings/account');
  await page.getByRole('button', { name: /^Clear this device’s copy/ }).click();
  await dialog(page).getByRole('button', { name: 'Clear', exact: true }).click();
  for (const tab of [page, other]) await expect(task(tab, 'In the account')).toBeVisible();
  await addTask(other, 'Written after');
  await expect(task(page, 'Written after')).toBeVisible();
  // It was the person's own doing: no word of a browser that cleared something.
  await expect(page.getByText('The browser had cleared')).toHaveCount(0);
});

test('[CL11] [CL12] clearing a device without an account takes everything, and says that it is nowhere else', async ({
  first,
}) => {
  const { page } = first;
  await first.open('/today');
  await addTask(page, 'Nowhere else');
  await page.goto('/settings/account');
  await page.getByRole('button', { name: /^Clear this device’s copy/ }).click();
  await expect(dialog(page).getByRole('heading', { name: '1 change is only on this device' })).toBeVisible();
  await expect(dialog(page).getByRole('button', { name: /^Create an account/ })).toBeVisible();
  await dialog(page).getByRole('button', { name: 'Discard…' }).click();
  await dialog(page).getByRole('button', { name: 'Discard and clear' }).click();
  await expect(page).toHaveURL(/today/);
  await expect(page.getByText('Nothing due today')).toBeVisible();
  await addTask(page, 'A new beginning');
  expect(await storedTitles(page)).toEqual(['A new beginning']);
});

test('[CL11] [H63] somebody else signs in over a session that ended: what waits is asked about first, kept, and goes out as its author’s', async ({
  first,
  second,
}) => {
  const { page } = first;
  const [ana, ben] = [uniqueEmail('ana'), uniqueEmail('ben')];
  await signUp(second.page, ben, 'Ben');
  await signUp(page, ana);
  await saved(page);
  await first.context.clearCookies();
  await addTask(page, 'Ana’s, not sent');
  await expect(page.getByText(/You.re signed out/).first()).toBeVisible();
  await page.goto('/sign-in');
  await page.getByLabel('Email').fill(ben);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: /^sign in/i }).click();
  await expect(dialog(page).getByText('Ana’s, not sent')).toBeVisible();
  await dialog(page)
    .getByRole('button', { name: /Keep for me, go on/ })
    .click();
  await expect(page).toHaveURL(/today/);
  await saved(page);
  await expect(task(page, 'Ana’s, not sent')).toHaveCount(0);
  await page.goto('/settings/account');
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await dialog(page).getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByText('Saved on this device').first()).toBeVisible();
  await signIn(page, ana);
  await saved(page);
  await expect(task(page, 'Ana’s, not sent')).toBeVisible();
  await expect.poll(() => outbox(page)).toEqual([]);
});

test('[H62] [CL8] 40 days offline, the session long over: 50 edits wait, signing in again sends them all', async ({
  app,
  first,
  second,
  network,
}) => {
  const { page } = first;
  // The device's own clock: everything happens 40 days ago, until the network is back.
  const past = Date.now() - 40 * 86_400_000;
  await page.clock.install({ time: past });
  const email = uniqueEmail();
  await signUp(page, email);
  await saved(page);
  await controlled(page);
  network.down();
  const titles = Array.from({ length: 50 }, (_, n) => `Far out ${n}`);
  await addMany(page, titles);
  await page.clock.setSystemTime(Date.now());
  await ageSessions(app.databaseUrl, email, 40);
  await first.context.clearCookies({ name: /access/ });
  network.up();
  await toldOnline(page);
  await expect(
    page
      .getByText(/You.re signed out. Your 50 waiting changes/)
      .or(page.getByText(/50 waiting changes stay/))
      .first(),
  ).toBeVisible();
  // Everything is still editable.
  await addTask(page, 'And one more');
  expect(await outbox(page)).toHaveLength(51);
  await signIn(page, email);
  await saved(page);
  await signIn(second.page, email);
  await expect
    .poll(async () => (await storedTitles(second.page)).toSorted(), { timeout: 20_000 })
    .toEqual([...titles, 'And one more'].toSorted());
});

test(`[H64] [CL11] signed out ${SIGN_OUTS} times in the midst of a slow pull: the database stays gone`, async ({
  first,
  second,
  network,
}) => {
  test.setTimeout(40_000 + SIGN_OUTS * 8_000);
  const email = uniqueEmail();
  await signUp(second.page, email);
  await addMany(
    second.page,
    Array.from({ length: 60 }, (_, n) => `Task ${n}`),
  );
  await saved(second.page);
  const { page } = first;
  for (let n = 0; n < SIGN_OUTS; n += 1) {
    network.up();
    await signIn(page, email);
    await page.goto('/settings/account');
    network.up({ latencyMs: 400 + (n % 4) * 200 });
    const pulling = page.waitForRequest((request) => request.url().includes('/sync/'));
    await toldOnline(page);
    await pulling;
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await dialog(page).getByRole('button', { name: 'Sign out' }).click();
    await expect(page.getByText('Saved on this device').first()).toBeVisible();
    const mine = async () =>
      (await databaseNames(page)).filter((name) => /^holdfast\/[0-9a-f]{8}-/.test(name));
    await expect.poll(mine).toEqual([]);
    // Whatever was on its way has arrived by now: nothing filled it again.
    await page.waitForResponse((answer) => answer.url().includes('/auth/sign-out')).catch(() => undefined);
    expect(await mine()).toEqual([]);
  }
});

test('[H65] [CL8] [AC5] removed while offline: the rows go, and what was not sent is there to be saved as a file', async ({
  first,
  second,
  network,
}) => {
  const { page } = first;
  await signUp(second.page, uniqueEmail('olga'), 'Olga');
  await signUp(page, uniqueEmail('max'), 'Max');
  const id = await shareWorkspace(second.page, page, 'Harbour');
  await openWorkspace(page, 'Harbour');
  const sent = page.waitForResponse((answer) => answer.url().includes('/sync/push') && answer.ok());
  await addTask(page, 'Known to all');
  await sent;
  await controlled(page);
  const max = await accountIdOf(page);

  network.down();
  await addTask(page, 'Written on the way');
  await command(second.page, 'DELETE', `/api/workspaces/${id}/members/${max}`);
  network.up();
  await toldOnline(page);
  await expect(page.getByRole('button', { name: /Personal/ }).first()).toBeVisible({ timeout: 20_000 });
  expect(await storedTitles(page)).toEqual([]);
  // Counted where everybody looks, in words in the sync centre.
  await expect(page.getByText('1 needs you').first()).toBeVisible();
  await page.goto('/sync');
  await expect(page.getByText(/You are no longer in Harbour/)).toBeVisible();
  await expect(page.getByText('Written on the way')).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save file' }).click();
  expect(await readFile(await (await download).path(), 'utf8')).toContain('Written on the way');
});
