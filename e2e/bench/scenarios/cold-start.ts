/** The app opened without a network, from its worker and its database, until fifty rows of Today are painted. */
import { startFlakyProxy } from '../../support/flaky-proxy';
import { controlled } from '../../support/people';
import { line } from '../numbers';
import { onNewDevice, type Scenario, tallDesk } from '../world';
import { syncEverything } from './first-sync';

const RUNS = 15;
const ROWS = 'main [role="list"] > *, main ul > li';

export const coldStart: Scenario = async ({ browser, app, email }) => {
  const proxy = await startFlakyProxy(app.port);
  const cold: number[] = [];
  try {
    await onNewDevice(
      browser,
      async (synced, context) => {
        await syncEverything(synced, proxy.url, email);
        await controlled(synced);
        await synced.close();
        proxy.down();
        for (let run = 0; run < RUNS; run++) {
          const page = await context.newPage();
          await page.goto(`${proxy.url}/today`, { waitUntil: 'commit' });
          const { painted } = await page.evaluate((selector) => window.probe.shown(selector, 50), ROWS);
          cold.push(painted);
          await page.close();
        }
      },
      tallDesk,
    );
  } finally {
    await proxy.close();
  }
  return [line('cold start offline → 50 rows painted', cold, { target: '≤ 300 ms', median: 300 })];
};
