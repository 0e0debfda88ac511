/** From the first request under /sync until every task is committed on an empty device. */
import type { Page } from '@playwright/test';
import { signIn } from '../../support/people';
import { startBaseline } from '../baseline/server';
import { heldBy } from '../held-rows';
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
  tasks = TASKS,
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
  await untilAllHeld(page, tasks);
  const took = await page.evaluate(() => window.probe.commitAt - window.probe.firstSyncAt);
  await cdp.detach();
  return { took, wire };
}

/** Counting costs the page time, so it starts when the commits have rested. */
async function untilAllHeld(page: Page, want: number): Promise<void> {
  const deadline = performance.now() + 120_000;
  while (performance.now() < deadline) {
    await page.waitForFunction(
      () => window.probe.commitAt > 0 && performance.now() - window.probe.commitAt > 400,
    );
    if ((await page.evaluate(heldBy, 'task')) >= want) return;
  }
  throw new Error(`the device does not hold ${want} tasks after 120 s`);
}
