/** A worker that serves what it should not is taken back by the server, and nothing of the person's goes with it. */
import { expect } from '@playwright/test';
import { createTestDatabase } from '../../api/src/testing/test-database';
import { test } from '../support/fixtures';
import { adminUrlVariable } from '../support/global-setup';
import { addTask, controlled, task } from '../support/people';
import { startApp } from '../support/start-app';

test('[H57] SERVICE_WORKER=off: the worker and its caches go, tasks that wait here stay', async ({
  newDevice,
}) => {
  const database = await createTestDatabase(process.env[adminUrlVariable] ?? '');
  const before = await startApp({ databaseUrl: database.url });
  const { page } = await newDevice({ url: before.url });
  await page.goto('/today');
  await controlled(page);
  await addTask(page, 'Only here');
  await before.stop();
  // Its worker serves the app with no server at all.
  await page.reload();
  await expect(task(page, 'Only here')).toBeVisible();

  const after = await startApp({
    databaseUrl: database.url,
    port: before.port,
    env: { SERVICE_WORKER: 'off' },
  });
  // The page reloads by itself when its worker changes, as after any update, even in the midst of this reload: nothing
  // is being written in it.
  await page.evaluate(() => location.reload());
  await expect(async () => {
    const precaches = () =>
      caches.keys().then((names) => names.filter((name) => name.includes('precache')).length);
    expect(await page.evaluate(precaches)).toBe(0);
  }).toPass({ timeout: 20_000 });
  // From now on the page comes from the network: no worker is asked, whether or not a register() of the page's kept one.
  const workerStart = () =>
    (performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming).workerStart;
  await expect(async () => {
    await page.reload();
    expect(await page.evaluate(workerStart)).toBe(0);
  }).toPass({ timeout: 20_000 });
  await expect(task(page, 'Only here')).toBeVisible();
  await after.stop();
  await database.drop();
});
