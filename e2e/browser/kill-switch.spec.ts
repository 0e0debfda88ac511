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
  await page.reload();
  // The page reloads by itself when its worker changes, as after any update: nothing is being written in it.
  await expect(async () => {
    const left = await page.evaluate(async () => [
      (await navigator.serviceWorker.getRegistrations()).length,
      (await caches.keys()).filter((name) => name.includes('precache')).length,
      navigator.serviceWorker.controller === null,
    ]);
    expect(left).toEqual([0, 0, true]);
  }).toPass({ timeout: 20_000 });
  await page.reload();
  await expect(task(page, 'Only here')).toBeVisible();
  expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
  await after.stop();
  await database.drop();
});
