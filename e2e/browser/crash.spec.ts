/**
 * The browser is killed, its profile copied. `HOLDFAST_KILLS` says how often it is killed: a few times in every run,
 * fifty when somebody wants to know.
 */
import { expect, type Page } from '@playwright/test';
import { seedAccount } from '../bench/seed';
import { test, uniqueEmail } from '../support/fixtures';
import { outbox, stored, storedTitles } from '../support/local-store';
import { newProfile, type Profile } from '../support/own-browser';
import { addMany, addTask, controlled, signIn, signUp } from '../support/people';

const KILLS = Number(process.env.HOLDFAST_KILLS ?? 2);
/** More than one page of a first load. */
const TASKS = 6_000;
const profiles: Profile[] = [];
const profile = () => {
  const one = newProfile();
  profiles.push(one);
  return one;
};
test.afterEach(() => {
  for (const one of profiles.splice(0)) one.remove();
});

/** Spread over the time that a send takes here, the same in every run. */
const momentOf = (n: number) => (n * 37) % 180;

test(`[H12] [CL2] killed ${KILLS} times while it sends: every task that was saved is on the server, once`, async ({
  network,
  second,
}) => {
  test.setTimeout(30_000 + KILLS * 10_000);
  const email = uniqueEmail();
  const device = profile();
  let browser = await device.open(network.url);
  await signUp(browser.page, email);
  // Chromium writes cookies to disk when it closes, or every half minute: a kill before would only be a sign-out.
  await browser.close();
  browser = await device.open(network.url);
  await browser.page.goto('/today');
  const saved: string[] = [];
  let killedWhileSending = 0;
  for (let n = 0; n < KILLS; n += 1) {
    network.up({ latencyMs: 120 });
    const before = network.seen.length;
    for (const part of ['a', 'b']) {
      await addMany(browser.page, [`Task ${n}${part}`]);
      saved.push(`Task ${n}${part}`);
    }
    await expect
      .poll(() => network.seen.slice(before).some(({ path }) => path === '/sync/push'), { intervals: [5] })
      .toBe(true);
    await new Promise((resolve) => setTimeout(resolve, momentOf(n)));
    killedWhileSending += (await outbox(browser.page)).length > 0 ? 1 : 0;
    await browser.kill();
    browser = await device.open(network.url);
    await browser.page.goto('/today');
    // By the database: a long list shows only a part of itself.
    await expect(browser.page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
    expect(await storedTitles(browser.page)).toEqual(expect.arrayContaining(saved));
  }
  network.up();
  await expect(browser.page.getByText('Everything is saved').first()).toBeVisible({ timeout: 20_000 });
  expect((await storedTitles(browser.page)).toSorted()).toEqual(saved.toSorted());
  await signIn(second.page, email);
  await expect.poll(async () => (await storedTitles(second.page)).toSorted()).toEqual(saved.toSorted());
  expect(killedWhileSending).toBeGreaterThan(0);
  await browser.close();
});

interface Position {
  readonly version: number;
  readonly completeAt: number | null;
}
/** How far the device says that it has read its workspaces. */
const positionsOn = async (page: Page): Promise<Position[]> =>
  (await stored<unknown>(page, 'meta')).filter(
    (value): value is Position => typeof value === 'object' && value !== null && 'completeAt' in value,
  );

test(`[H17] [PL2] killed ${KILLS} times in its first load: what is there and how far it says it is always agree`, async ({
  app,
  network,
  second,
}) => {
  test.setTimeout(60_000 + KILLS * 10_000);
  const email = uniqueEmail();
  const today = new Date().toISOString().slice(0, 10);
  await seedAccount(app.url, email, TASKS, today, 1);
  await signIn(second.page, email);
  const held = (page: Page) => stored<number>(page, 'task', 'version');
  await expect.poll(async () => (await held(second.page)).length, { timeout: 20_000 }).toBe(TASKS);
  const all = await held(second.page);

  const device = profile();
  let browser = await device.open(network.url);
  // Closed once, so that the cookies are on disk; then all of it is read anew, on a slow line.
  await signIn(browser.page, email);
  await controlled(browser.page);
  await browser.close();
  browser = await device.open(network.url);
  await browser.page.goto('/healthz');
  await browser.page.evaluate(async () => {
    for (const { name } of await indexedDB.databases())
      if (name?.startsWith('holdfast/'))
        await new Promise((resolve) => {
          indexedDB.deleteDatabase(name).onsuccess = resolve;
        });
  });
  network.up({ kbps: 1_500 });
  await browser.page.goto('/today');
  let partly = 0;
  for (let n = 0; n < KILLS; n += 1) {
    // In the midst of it: some rows have come, or are about to.
    await expect.poll(async () => (await held(browser.page)).length, { intervals: [20] }).toBeGreaterThan(0);
    await new Promise((resolve) => setTimeout(resolve, momentOf(n)));
    await browser.kill();
    browser = await device.open(network.url);
    // A page of the origin without the app: nothing moves while we look.
    await browser.page.goto('/healthz');
    const reached = Math.max(0, ...(await positionsOn(browser.page)).map(({ version }) => version));
    const versions = (await held(browser.page)).toSorted((a, b) => a - b);
    // Whoever says version v holds every row up to it, and none above.
    expect(versions).toEqual(all.filter((version) => version <= reached).toSorted((a, b) => a - b));
    if (versions.length > 0 && versions.length < all.length) partly += 1;
    await browser.page.goto('/today');
  }
  network.up();
  await expect.poll(async () => (await held(browser.page)).length, { timeout: 20_000 }).toBe(TASKS);
  expect(partly).toBeGreaterThan(0);
  await browser.close();
});

test('[H03] [PU3] a profile that was copied and is used twice: nothing of either is lost', async ({
  app,
  second,
}) => {
  test.slow();
  const email = uniqueEmail();
  const one = profile();
  let browser = await one.open(app.url);
  await signUp(browser.page, email);
  await addTask(browser.page, 'Before the copy');
  await expect(browser.page.getByText('Everything is saved').first()).toBeVisible();
  await browser.close();
  const other = one.copy();
  profiles.push(other);

  browser = await one.open(app.url);
  await browser.page.goto('/today');
  const twin = await other.open(app.url);
  await twin.page.goto('/today');
  const device = async (page: typeof twin.page) =>
    (await stored<{ id?: string }>(page, 'meta')).find(
      (value) => value !== null && typeof value === 'object' && 'lastAt' in value,
    )?.id;
  expect(await device(twin.page)).toBe(await device(browser.page));
  for (const n of [1, 2, 3]) {
    await addTask(browser.page, `From the first ${n}`);
    await addTask(twin.page, `From its twin ${n}`);
  }
  const all = [
    'Before the copy',
    ...[1, 2, 3].flatMap((n) => [`From the first ${n}`, `From its twin ${n}`]),
  ].toSorted();
  await signIn(second.page, email);
  for (const page of [browser.page, twin.page, second.page])
    await expect.poll(async () => (await storedTitles(page)).toSorted(), { timeout: 20_000 }).toEqual(all);
  // They are two devices from now on.
  expect(await device(twin.page)).not.toBe(await device(browser.page));
  await twin.close();
  await browser.close();
});
