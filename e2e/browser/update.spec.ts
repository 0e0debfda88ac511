/** A new version, in a real browser with a real worker (platform 10). */
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import { serveTwoBuilds, type TwoBuilds } from '../support/two-builds';

const test = base.extend<{ builds: TwoBuilds }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names from the pattern
  builds: async ({}, use) => {
    const builds = await serveTwoBuilds();
    await use(builds);
    await builds.close();
  },
});

const buildOf = (page: Page) => page.locator('meta[name=build]').getAttribute('content');
const prompt = (page: Page) => page.getByText('A new version is ready');

async function openControlled(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  return page;
}

/** As the hourly look does. */
const look = (page: Page) =>
  page.evaluate(async () => {
    await (await navigator.serviceWorker.getRegistration())?.update();
  });

test('[H57] in the first session: the prompt comes, nothing reloads by itself, Restart brings the new build', async ({
  context,
  builds,
}) => {
  const page = await openControlled(context, `${builds.url}/today`);
  await page.evaluate(() => Object.assign(window, { same: true }));
  builds.deploy('two');
  await look(page);
  await expect(prompt(page)).toBeVisible();
  expect(await page.evaluate(() => 'same' in window)).toBe(true);

  await page.getByRole('button', { name: 'Restart' }).click();
  await expect.poll(() => buildOf(page)).toBe('two');
  // Once, and from the new precache also without a network.
  await context.setOffline(true);
  await page.reload();
  expect(await buildOf(page)).toBe('two');
  await expect(page.getByRole('main')).toBeVisible();
});

test('[H57] a tab with unsaved text is not reloaded by another tab’s Restart', async ({
  context,
  builds,
}) => {
  const first = await openControlled(context, `${builds.url}/today`);
  const second = await openControlled(context, `${builds.url}/today`);
  await second.getByRole('button', { name: 'New task' }).first().click();
  const line = second.getByRole('textbox', { name: 'New task' });
  await line.fill('Half a thought');
  await second.evaluate(() => Object.assign(window, { same: true }));
  builds.deploy('two');
  await look(first);
  await expect(prompt(first)).toBeVisible();
  await first.bringToFront();
  await first.getByRole('button', { name: 'Restart' }).click();
  await expect.poll(() => buildOf(first)).toBe('two');
  await second.bringToFront();
  await expect(line).toHaveText('Half a thought');
  expect(await second.evaluate(() => 'same' in window)).toBe(true);
  expect(await buildOf(second)).toBe('one');
});

test('[H57] told twice of the worker that serves it, as WebKit tells, a page stays', async ({
  context,
  builds,
}) => {
  const page = await openControlled(context, `${builds.url}/today`);
  await page.evaluate(() => Object.assign(window, { same: true }));
  await page.evaluate(() => navigator.serviceWorker.dispatchEvent(new Event('controllerchange')));
  // A reload would be under way by the time that this one is answered.
  await look(page);
  expect(await page.evaluate(() => 'same' in window)).toBe(true);
});

test('[H57] offline during an update: the old build goes on', async ({ context, builds }) => {
  const page = await openControlled(context, `${builds.url}/today`);
  builds.deploy('two');
  await context.setOffline(true);
  await look(page).catch(() => undefined);
  await page.reload();
  expect(await buildOf(page)).toBe('one');
  await expect(page.getByRole('main')).toBeVisible();
});

test('text shared by another app is kept by the worker, and opens a screen', async ({ context, builds }) => {
  const page = await openControlled(context, `${builds.url}/today`);
  await page.evaluate(() => {
    const form = document.createElement('form');
    form.method = 'post';
    form.action = '/share';
    form.enctype = 'multipart/form-data';
    for (const [name, value] of Object.entries({
      title: 'A page',
      text: 'Read this later',
      url: 'https://example.org/a',
    })) {
      const field = document.createElement('input');
      field.name = name;
      field.value = value;
      form.append(field);
    }
    document.body.append(form);
    form.submit();
  });
  await page.waitForURL((url) => url.pathname !== '/today' || url.search !== '');
  await expect(page.getByText('Read this later').or(page.locator('textarea, input')).first()).toBeVisible();
});

test('[H59] the worker keeps nothing of /sync, /auth and /api, and answers for none of them', async ({
  context,
  builds,
}) => {
  const page = await openControlled(context, `${builds.url}/today`);
  const answers = await page.evaluate(async () => {
    const statuses = [];
    for (const path of ['/sync/pull', '/auth/me', '/api/workspaces', '/sync/events'])
      statuses.push((await fetch(path)).status);
    const kept: string[] = [];
    for (const name of await caches.keys())
      for (const request of await (await caches.open(name)).keys()) kept.push(new URL(request.url).pathname);
    return {
      statuses,
      data: kept.filter((path) => /^\/(sync|auth|api|files)\//.test(path)),
      some: kept.length,
    };
  });
  expect(answers.statuses).toEqual([503, 503, 503, 503]);
  expect(answers.data).toEqual([]);
  expect(answers.some).toBeGreaterThan(5);
});
