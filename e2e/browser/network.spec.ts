/** Networks that lie: portals that answer in the server's place, streams that died in silence, many tabs on few lines. */
import { expect } from '@playwright/test';
import { test, uniqueEmail } from '../support/fixtures';
import { PORTALS, type Portal } from '../support/flaky-proxy';
import { outbox } from '../support/local-store';
import { addTask, controlled, signIn, signUp, task } from '../support/people';
import { toldOnline } from '../support/told-online';

test('[H51] [WR1] a captive portal is no server, whatever it answers: offline is said, nothing leaves the outbox', async ({
  first,
  second,
  network,
}) => {
  const { page } = first;
  const email = uniqueEmail();
  await signUp(page, email);
  await expect(page.getByText('Everything is saved').first()).toBeVisible();
  await controlled(page);
  let asked = network.seen.length;
  const answered = () => network.seen.slice(asked).some(({ path }) => path.startsWith('/sync/'));
  for (const [n, kind] of (Object.keys(PORTALS) as Portal[]).entries()) {
    network.portal(kind);
    asked = network.seen.length;
    if (n === 0) await addTask(page, 'Written in the ferry’s Wi-Fi');
    else await toldOnline(page);
    await expect.poll(answered, { message: kind }).toBe(true);
    await expect(page.getByText(/^Offline, 1 change saved here/).first(), kind).toBeVisible();
    expect(await outbox(page), kind).toHaveLength(1);
    expect(await page.evaluate(() => navigator.onLine)).toBe(true);
  }
  // Opened anew behind the portal, the app is the app.
  await page.reload();
  await expect(task(page, 'Written in the ferry’s Wi-Fi')).toBeVisible();
  network.up();
  await toldOnline(page);
  await expect(page.getByText('Everything is saved').first()).toBeVisible({ timeout: 20_000 });
  await signIn(second.page, email);
  await expect(task(second.page, 'Written in the ferry’s Wi-Fi')).toHaveCount(1);
});

test('[H52] [ST3] a stream that died while the phone slept: what others did is there on waking, and the stream lives again', async ({
  first,
  second,
  network,
}) => {
  const { page } = first;
  await page.clock.install();
  const email = uniqueEmail();
  await signUp(page, email);
  await expect(page.getByText('Everything is saved').first()).toBeVisible();
  await signIn(second.page, email);

  const look = (state: 'hidden' | 'visible') =>
    page.evaluate((state) => {
      Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state });
      document.dispatchEvent(new Event('visibilitychange'));
    }, state);
  await look('hidden');
  // From here on the phone hears nothing and runs nothing.
  network.deafen();
  // Ahead of now: what is past by the time the call arrives cannot be paused at.
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 2_000));
  const sent = second.page.waitForResponse((answer) => answer.url().includes('/sync/push') && answer.ok());
  await addTask(second.page, 'Added meanwhile');
  await sent;
  await page.clock.fastForward(5 * 60_000);
  await page.clock.resume();
  await look('visible');
  await expect(task(page, 'Added meanwhile')).toBeVisible();
  // And the stream is alive again.
  await addTask(second.page, 'Added after');
  await expect(task(page, 'Added after')).toBeVisible();
});

test('[H53] eight tabs over HTTP/1.1, with six connections for all of them, still sync', async ({
  first,
  second,
  network,
}) => {
  const email = uniqueEmail();
  await signUp(first.page, email);
  await controlled(first.page);
  const tabs = [first.page];
  for (let n = 1; n < 8; n += 1) {
    const tab = await first.context.newPage();
    await tab.goto('/today');
    tabs.push(tab);
  }
  await signIn(second.page, email);
  await addTask(second.page, 'From elsewhere');
  for (const tab of tabs) await expect(task(tab, 'From elsewhere')).toBeVisible();
  await addTask(tabs[7] as (typeof tabs)[0], 'From the eighth tab');
  await expect(task(second.page, 'From the eighth tab')).toBeVisible();
  // One stream for the browser; opened anew when a tab in front took over the lead.
  const open = network.seen.filter(({ path }) => path.startsWith('/sync/events')).length;
  expect(open).toBeLessThanOrEqual(3);
});

test('[H21] [CL3] on a slow line a renamed title never flips back', async ({ first, network }) => {
  const { page } = first;
  await signUp(page, uniqueEmail());
  await addTask(page, 'Order rope');
  await expect(page.getByText('Everything is saved').first()).toBeVisible();
  network.up({ latencyMs: 1_500 });
  await task(page, 'Order rope').click();
  const title = page.getByRole('textbox', { name: 'Title' });
  // What the list shows, at every change of the page.
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    new MutationObserver(() => {
      const list = document.querySelector('main')?.textContent ?? '';
      seen.push(list.includes('Order marine rope') ? 'new' : list.includes('Order rope') ? 'old' : 'none');
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  const answered = page.waitForResponse((answer) => answer.url().includes('/sync/push') && answer.ok());
  await title.fill('Order marine rope');
  await title.press('Enter');
  await expect(task(page, 'Order marine rope')).toBeVisible();
  await answered;
  await expect(page.getByText('Everything is saved').first()).toBeVisible();
  const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen);
  expect(seen).toContain('new');
  expect(new Set(seen.slice(seen.indexOf('new')))).toEqual(new Set(['new']));
});

test('[H58] a first install that the network broke off is tried again: the app opens without a network after all', async ({
  first,
  network,
}) => {
  const { page, context } = first;
  await first.open('/today');
  await expect.poll(() => network.seen.some(({ path }) => path === '/sw.js'), { intervals: [5] }).toBe(true);
  network.down();
  await page.waitForFunction(async () => (await navigator.serviceWorker.getRegistration()) === undefined);
  // Parts that were being fetched are lost as well: nothing is reloaded into the void.
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
  network.up();
  // The browser says that the network is back; without such a word it is tried every quarter of a minute.
  await toldOnline(page);
  await controlled(page);
  // Nor does a page stay without it that was loaded past it.
  const cdp = await context.newCDPSession(page);
  await page.evaluate(() => Object.assign(window, { before: true }));
  await cdp.send('Page.reload', { ignoreCache: true });
  await page.waitForFunction(() => !('before' in window));
  await controlled(page);
  network.down();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
});
