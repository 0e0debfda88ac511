/** A first load of 100,000 tasks: how long it takes, and how long the page is held up at most while it goes on. */
import { line } from '../numbers';
import { seedAccount } from '../seed';
import { onNewDevice, PROJECTS, type Scenario } from '../world';
import { syncEverything } from './first-sync';

const LARGE = 100_000;
const RUNS = 3;

export const largeFirstSync: Scenario = async ({ browser, startEmptyApp, today, say }) => {
  const app = await startEmptyApp();
  const email = 'large@example.test';
  say(`seeding ${LARGE.toLocaleString('en')} tasks …`);
  await seedAccount(app.url, email, LARGE, today, PROJECTS);
  const took: number[] = [];
  const longest: number[] = [];
  for (let run = 0; run < RUNS; run++)
    await onNewDevice(browser, async (page) => {
      took.push((await syncEverything(page, app.url, email, LARGE)).took);
      longest.push(
        await page.evaluate(() => {
          const { longTasks, firstSyncAt, commitAt } = window.probe;
          const during = longTasks.filter(({ start }) => start >= firstSyncAt && start <= commitAt);
          return Math.max(0, ...during.map(({ duration }) => duration));
        }),
      );
    });
  const rows = LARGE.toLocaleString('en');
  return [
    line(`first sync of ${rows} tasks, all durable`, took),
    line(`  the page’s longest task meanwhile (0: none of 50 ms)`, longest, {
      target: '≤ 100 ms',
      median: 100,
      p95: 100,
    }),
  ];
};
