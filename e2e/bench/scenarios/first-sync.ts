/** From the first request under /sync until every task is committed on an empty device. */
import type { Page } from '@playwright/test';
import { signIn } from '../../support/people';
import { startBaseline } from '../baseline/server';
import { line, sample } from '../numbers';
import { seedTasks } from '../tasks';
import { onNewDevice, PROJECTS, type Scenario, TASKS } from '../world';

const RUNS = 7;

export const firstSync: Scenario = async ({ browser, app, email, today }) => {
  const bare: number[] = [];
  const server = await startBaseline(seedTasks(TASKS, PROJECTS, today, 0).tasks);
  for (let run = 0; run < RUNS; run++)
    await onNewDevice(browser, async (page) => {
      await page.goto(server.url);
      bare.push(await page.evaluate(() => window.bare.firstLoad()));
    });
  await server.close();

  const took: number[] = [];
  const wire: number[] = [];
  for (let run = 0; run < RUNS; run++)
    await onNewDevice(browser, async (page) => {
      const first = await syncEverything(page, app.url, email);
      took.push(first.took);
      wire.push(first.wire);
    });
  const megabytes = sample(wire).median / 1_000_000;
  return [
    line('first sync of 10,000 tasks, all durable', took, { bare, target: '≤ 1.2 s', median: 1200 }),
    {
      what: 'first sync on the wire',
      target: '≤ 1.3 MB',
      baseline: '',
      holdfast: `${megabytes.toFixed(2)} MB`,
      p95: '',
      runs: wire.length,
      met: megabytes <= 1.3,
    },
  ];
};

/** Signs in and waits until the device holds every task. */
export async function syncEverything(
  page: Page,
  url: string,
  email: string,
): Promise<{ readonly took: number; readonly wire: number }> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Network.enable');
  const sync = new Set<string>();
  let wire = 0;
  cdp.on('Network.requestWillBeSent', ({ requestId, request }) => {
    if (/\/sync\/(pull|push)/.test(request.url)) sync.add(requestId);
  });
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (sync.has(requestId)) wire += encodedDataLength;
  });
  await signIn(page, email, url);
  await page.evaluate(untilAllHeld, TASKS);
  const took = await page.evaluate(() => window.probe.commitAt - window.probe.firstSyncAt);
  await cdp.detach();
  return { took, wire };
}

/**
 * Runs in the page. Counting costs the page time, so it starts when the commits have rested. (`waitForFunction` takes
 * an async predicate's promise for a yes.)
 */
async function untilAllHeld(want: number): Promise<void> {
  const wish = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((done, fail) => {
      request.onsuccess = () => done(request.result);
      request.onerror = () => fail(request.error);
    });
  const deadline = performance.now() + 60_000;
  while (performance.now() < deadline) {
    await new Promise((done) => setTimeout(done, 100));
    if (window.probe.commitAt === 0 || performance.now() - window.probe.commitAt < 400) continue;
    for (const { name = '' } of await indexedDB.databases()) {
      const db = await wish(indexedDB.open(name));
      const held = db.objectStoreNames.contains('task')
        ? await wish(db.transaction('task').objectStore('task').count())
        : 0;
      db.close();
      if (held >= want) return;
    }
  }
  throw new Error(`the device does not hold ${want} tasks after 60 s`);
}
