/** Chromium's Background Sync: the outbox leaves although no page of the app is open any more. */
import { expect } from '@playwright/test';
import { test, uniqueEmail } from '../support/fixtures';
import { addTask, controlled, signIn, signUp, task } from '../support/people';

test('[CL7] [H58] with the app closed, the worker sends what waits', async ({ first, second, network }) => {
  const email = uniqueEmail();
  await signUp(first.page, email);
  await expect(first.page.getByText('Everything is saved').first()).toBeVisible();
  await controlled(first.page);

  // A blank page, none of the app's, keeps the browser open and the line to the worker.
  const beside = await first.context.newPage();
  const line = await first.context.newCDPSession(first.page);
  const registered = new Promise<string>((resolve) =>
    line.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const id = registrations.find(({ isDeleted }) => !isDeleted)?.registrationId;
      if (id) resolve(id);
    }),
  );
  await line.send('ServiceWorker.enable');
  const registrationId = await registered;

  const sent = () =>
    network.seen.filter(({ method, path }) => method === 'POST' && path === '/sync/push').length;
  network.down();
  // Counted before the network is back: the browser may wake the worker in that very moment.
  const before = sent();
  await addTask(first.page, 'Sent by the worker');
  await first.page.close();
  network.up();
  const other = await first.context.newCDPSession(beside);
  await other.send('ServiceWorker.enable');
  // A closing page may still hold the syncing place for a moment; the browser, too, comes again with its event.
  await expect
    .poll(
      async () => {
        await other.send('ServiceWorker.dispatchSyncEvent', {
          origin: network.url,
          registrationId,
          tag: 'holdfast-outbox',
          lastChance: false,
        });
        return sent();
      },
      { timeout: 20_000, intervals: [500] },
    )
    .toBeGreaterThan(before);

  await signIn(second.page, email);
  await expect(task(second.page, 'Sent by the worker')).toBeVisible();
});
