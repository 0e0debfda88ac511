/** A hundred changes made offline: from the moment that the connection is back until the server has answered them all. */
import type { Page } from '@playwright/test';
import { addMany, controlled } from '../../support/people';
import { heldBy } from '../held-rows';
import { line } from '../numbers';
import { onNewDevice, pause, type Scenario } from '../world';
import { syncEverything } from './first-sync';

const RUNS = 10;
const CHANGES = 100;

export const backOnline: Scenario = async ({ browser, app, email }) => {
  const took: number[] = [];
  await onNewDevice(browser, async (page, context) => {
    await syncEverything(page, app.url, email);
    await controlled(page);
    await page.goto(`${app.url}/inbox`);
    for (let run = 0; run < RUNS; run++) {
      await context.setOffline(true);
      await addMany(
        page,
        Array.from({ length: CHANGES }, (_, n) => `Offline ${run} ${n}`),
      );
      const waiting = await page.evaluate(heldBy, 'outbox');
      if (waiting !== CHANGES) throw new Error(`${waiting} changes wait instead of ${CHANGES}`);
      await pause(page);
      await context.setOffline(false);
      await untilNothingWaits(page);
      took.push(await page.evaluate(() => window.probe.pushedAt - window.probe.onlineAt));
      await pause(page);
    }
  });
  return [
    line(`${CHANGES} offline changes: connection back → the server has them`, took, {
      target: '≤ 60 ms',
      median: 60,
    }),
  ];
};

async function untilNothingWaits(page: Page): Promise<void> {
  const deadline = Date.now() + 30_000;
  while ((await page.evaluate(heldBy, 'outbox')) > 0) {
    if (Date.now() > deadline) throw new Error('changes still wait 30 s after the connection is back');
    await pause(page);
  }
}
