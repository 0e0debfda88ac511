/** The main job: a change made here is there, through networks as they are. */
import { expect } from '@playwright/test';
import { test, uniqueEmail } from '../support/fixtures';
import { addTask, controlled, says, signIn, signUp, task } from '../support/people';

test('[CL7] [ST1] two devices live: what one writes, the other shows', { tag: '@core' }, async ({
  first,
  second,
}) => {
  const email = uniqueEmail();
  await signUp(first.page, email);
  await signIn(second.page, email);
  await addTask(first.page, 'Splice the mooring line');
  await expect(task(second.page, 'Splice the mooring line')).toBeVisible();
  await addTask(second.page, 'Order rope');
  await expect(task(first.page, 'Order rope')).toBeVisible();
});

test('[CL12] sign-up sends what was written without an account', { tag: '@core' }, async ({
  first,
  second,
}) => {
  const email = uniqueEmail();
  await first.open('/today');
  await addTask(first.page, 'Written before there was an account');
  await signUp(first.page, email);
  await expect(task(first.page, 'Written before there was an account')).toBeVisible();
  await signIn(second.page, email);
  await expect(task(second.page, 'Written before there was an account')).toBeVisible();
});

test('[CL1] [CL7] [H58] made offline, reloaded offline, sent on return', { tag: '@core' }, async ({
  first,
  second,
  network,
}) => {
  const email = uniqueEmail();
  await signUp(first.page, email);
  await controlled(first.page);
  network.down();
  await addTask(first.page, 'Made offline');
  await first.page.reload();
  await expect(task(first.page, 'Made offline')).toBeVisible();
  await expect(says(first.page, /^Offline, 1 change saved here/)).toBeVisible();
  network.up();
  await signIn(second.page, email);
  await expect(task(second.page, 'Made offline')).toBeVisible({ timeout: 30_000 });
});

test('[H01] [PU2] an answer lost after the commit takes effect once', { tag: '@core' }, async ({
  first,
  second,
  network,
}) => {
  const email = uniqueEmail();
  await signUp(first.page, email);
  const lost = network.dropReply({ method: 'POST', path: '/sync/push' }, 5);
  await addTask(first.page, 'Exactly once');
  await lost;
  await signIn(second.page, email);
  await expect(task(second.page, 'Exactly once')).toHaveCount(1);
  await expect(says(first.page, 'Everything is saved')).toBeVisible({ timeout: 30_000 });
  await expect(task(first.page, 'Exactly once')).toHaveCount(1);
});

test('[CL7] a black hole is offline after 3 s, whatever the browser says', async ({ first, network }) => {
  await signUp(first.page, uniqueEmail());
  await expect(says(first.page, 'Everything is saved')).toBeVisible();
  network.blackhole();
  await addTask(first.page, 'Into the dark');
  await expect(says(first.page, /^Offline, 1 change saved here/)).toBeVisible();
  expect(await first.page.evaluate(() => navigator.onLine)).toBe(true);
});

test('[CL6] [H09] [H48] three tabs write at once: one stream, every change once', async ({
  first,
  second,
  network,
}) => {
  const email = uniqueEmail();
  await signUp(first.page, email);
  const tabs = [first.page, await first.context.newPage(), await first.context.newPage()];
  for (const [n, tab] of tabs.entries()) {
    await tab.goto('/today');
    await addTask(tab, `From tab ${n}`);
  }
  await signIn(second.page, email);
  for (const n of tabs.keys()) await expect(task(second.page, `From tab ${n}`)).toHaveCount(1);
  for (const tab of tabs) await expect(task(tab, 'From tab 2')).toHaveCount(1);
  // Each page opened one stream at most while it led; never three at once.
  const streams = network.seen.filter(({ path }) => path.startsWith('/sync/events'));
  expect(streams.length).toBeLessThanOrEqual(4);
  // The leader's tab closes: another takes over.
  await tabs[0]?.close();
  await addTask(second.page, 'After the first tab closed');
  await expect(task(tabs[1] as typeof first.page, 'After the first tab closed')).toBeVisible();
});

test('[CL11] [H63] [H59] signing out offline removes everything; the next person sees none of it', {
  tag: '@core',
}, async ({ first, network }) => {
  const email = uniqueEmail();
  await signUp(first.page, email);
  // The statement changes at most once a second: only the answer says that this task is sent.
  const sent = first.page.waitForResponse((answer) => answer.url().includes('/sync/push') && answer.ok());
  await addTask(first.page, 'Private to Ana');
  await sent;
  await expect(says(first.page, 'Everything is saved')).toBeVisible();
  await controlled(first.page);
  network.down();
  await first.page.goto('/settings/account');
  await first.page.getByRole('button', { name: 'Sign out' }).click();
  await first.page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click();
  await expect(says(first.page, 'Saved on this device')).toBeVisible();
  await first.page.goto('/today');
  await expect(task(first.page, 'Private to Ana')).toHaveCount(0);
  await expect
    .poll(() => first.page.evaluate(async () => (await indexedDB.databases()).map((db) => db.name)))
    .toEqual(expect.not.arrayContaining([expect.stringMatching(/^holdfast\/[0-9a-f]{8}-/)]));
  network.up();
  // The first request of the browser is the sign-out.
  const before = network.seen.length;
  await signUp(first.page, uniqueEmail('ben'), 'Ben');
  const calls = network.seen.slice(before).filter(({ path }) => /^\/(auth|sync|api)\//.test(path));
  expect(calls[0]?.path).toBe('/auth/sign-out');
  await expect(task(first.page, 'Private to Ana')).toHaveCount(0);
});
