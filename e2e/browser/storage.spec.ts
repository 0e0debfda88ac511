/** Storage that fails under a person's hands: an edit survives or is refused in words, and never "saved" (CL10). */
import { expect, type Page } from '@playwright/test';
import { test, uniqueEmail } from '../support/fixtures';
import { outbox, storedTitles } from '../support/local-store';
import { nothingFoundInBoth } from '../support/nothing-found';
import { addTask, signUp, task } from '../support/people';
import {
  abortWrites,
  cure,
  dropConnections,
  installSickness,
  refuseAll,
  timesStruck,
} from '../support/sick-storage';

/** What `transaction()` and a commit are known to throw on a connection that is of no use any more. */
const DEAD = [
  'InvalidStateError',
  'UnknownError',
  'AbortError',
  'TransactionInactiveError',
  'TimeoutError',
  'NotReadableError',
];

const line = (page: Page) => page.getByRole('textbox', { name: 'New task' });

async function openLine(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: 'New task' }).first().click();
  await line(page).fill(title);
}

test('[CL10] [H40] a connection that is dead is replaced and the edit survives, once; a browser whose every connection is dead refuses in words: each error class', async ({
  first,
}) => {
  const { page } = first;
  await installSickness(first.context);
  await first.open('/today');
  await addTask(page, 'Before');
  for (const [n, error] of DEAD.entries())
    await test.step(error, async () => {
      await dropConnections(page, error);
      await addTask(page, `On a connection with ${error}`);
      expect(await timesStruck(page)).toBeGreaterThan(0);
      await cure(page);

      const refused = `On none but with ${error}`;
      await openLine(page, refused);
      await refuseAll(page, error);
      await line(page).press('Enter');
      await expect(
        page.getByText(/storage does not answer\. What is on screen is not saved yet/),
      ).toBeVisible();
      // Refused, and the words stay where they were typed.
      await expect(line(page)).toHaveText(refused);
      await cure(page);
      expect(await storedTitles(page)).toEqual(expect.not.arrayContaining([refused]));
      await line(page).press('Enter');
      await expect(task(page, refused)).toBeVisible();
      expect((await outbox(page)).map(({ seq }) => seq)).toEqual(
        Array.from({ length: 3 + 2 * n }, (_, i) => i + 1),
      );
    });
  await page.reload();
  for (const error of DEAD) await expect(task(page, error)).toHaveCount(2);
});

test('[H42] [CL1] a write that is aborted after its last request leaves nothing; tried again it is there once', async ({
  first,
}) => {
  const { page } = first;
  await installSickness(first.context);
  await first.open('/today');
  await addTask(page, 'Before');

  await abortWrites(page, 1);
  await addTask(page, 'Aborted once');
  expect(await timesStruck(page)).toBe(1);
  expect((await outbox(page)).map(({ seq }) => seq)).toEqual([1, 2]);

  await openLine(page, 'Aborted always');
  await abortWrites(page, 100);
  await line(page).press('Enter');
  await expect(page.getByText(/is not saved yet/)).toBeVisible();
  await cure(page);
  expect((await outbox(page)).map(({ seq }) => seq)).toEqual([1, 2]);
  expect((await storedTitles(page)).toSorted()).toEqual(['Aborted once', 'Before']);
});

test('[H47] [CL10] storage that does not answer at start is no empty list: it says so, and all is there once it answers', async ({
  first,
}) => {
  const { page } = first;
  await installSickness(first.context);
  await first.open('/today');
  await addTask(page, 'Still here');
  await first.context.addInitScript(() => {
    if (sessionStorage.getItem('sick'))
      Object.assign(window.sickness, { error: 'UnknownError', upTo: Number.MAX_SAFE_INTEGER });
  });
  await page.evaluate(() => sessionStorage.setItem('sick', 'yes'));
  await page.reload();
  await expect(page.getByText(/storage does not answer\. Nothing is lost/)).toBeVisible();
  await expect(page.getByText('Nothing due today')).toHaveCount(0);
  await nothingFoundInBoth(page, 'storage that does not answer');
  await page.evaluate(() => sessionStorage.removeItem('sick'));
  await page.getByRole('button', { name: 'Reload' }).click();
  await expect(task(page, 'Still here')).toBeVisible();
});

test('[H47] [CL10] lists that could not be read say so, and come back by themselves once storage answers', async ({
  first,
}) => {
  const { page } = first;
  await installSickness(first.context);
  await first.open('/today');
  await addTask(page, 'Still here');
  await refuseAll(page, 'UnknownError');
  await page.getByRole('link', { name: 'Inbox' }).first().click();
  await expect(page.getByText('Your tasks could not be read')).toBeVisible();
  await expect(page.getByText('The inbox is clear')).toHaveCount(0);
  await nothingFoundInBoth(page, 'lists that could not be read');
  await cure(page);
  // As on a phone: back in front, the app looks after its storage before anything is tapped.
  await page.evaluate(() => dispatchEvent(new Event('pageshow')));
  await expect(task(page, 'Still here')).toBeVisible();
});

test('[H47] one failed read at start is not seen at all', async ({ first }) => {
  const { page } = first;
  await installSickness(first.context);
  await first.open('/today');
  await addTask(page, 'Still here');
  await first.context.addInitScript(() => {
    const { getAll } = IDBIndex.prototype;
    let failures = 1;
    IDBIndex.prototype.getAll = function (...args: Parameters<typeof getAll>) {
      if (failures > 0) {
        failures -= 1;
        window.sickness.struck += 1;
        throw new DOMException('planted', 'UnknownError');
      }
      return getAll.apply(this, args);
    };
  });
  await page.reload();
  await expect(task(page, 'Still here')).toBeVisible();
  expect(await timesStruck(page)).toBe(1);
  await expect(page.getByText('Nothing due today')).toHaveCount(0);
});

test('[H43] [CL10] a full device: the edit is refused in words and stays in its field; with room again it is saved', async ({
  app,
  newDevice,
}) => {
  // Chromium asks for the quota once, before it opens the origin's first database: nothing may have opened one yet.
  const first = await newDevice({ url: app.url, sample: true });
  const { page } = first;
  const newTask = page.getByRole('textbox', { name: 'New task' });
  await page.goto('/healthz');
  const line = await first.context.newCDPSession(page);
  await line.send('Storage.overrideQuotaForOrigin', {
    origin: new URL(first.url).origin,
    quotaSize: 4_000_000,
  });
  await first.open('/today');
  await addTask(page, 'While there was room');
  const titles = await storedTitles(page);
  const waiting = await outbox(page);
  // Somebody else's photographs.
  const filled = await page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('photographs', 1);
      request.onupgradeneeded = () => request.result.createObjectStore('all');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    for (let n = 0; n < 200; n += 1) {
      const picture = crypto.getRandomValues(new Uint8Array(65_536));
      const refused = await new Promise<string | null>((resolve) => {
        const write = db.transaction('all', 'readwrite');
        write.objectStore('all').put(picture, n);
        write.oncomplete = () => resolve(null);
        write.onabort = () => resolve(write.error?.name ?? 'aborted');
      });
      if (refused) {
        db.close();
        return refused;
      }
    }
    return 'never';
  });
  expect(filled).toBe('QuotaExceededError');

  await openLine(page, 'Too much for this device');
  await page.getByRole('textbox', { name: 'Notes' }).fill('All about it. '.repeat(7_000));
  await newTask.press('Enter');
  await expect(
    page.getByText('This device is full. What is on screen is not saved yet.').first(),
  ).toBeVisible();
  await expect(newTask).toHaveText('Too much for this device');
  expect(await storedTitles(page)).toEqual(titles);
  expect(await outbox(page)).toEqual(waiting);
  await nothingFoundInBoth(page, 'quick add, full device');
  await page.keyboard.press('Escape');
  await expect(newTask).toBeHidden();
  await nothingFoundInBoth(page, 'full device');
  await page
    .getByRole('link', { name: /^This device is full/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { name: /^This device is full/ })).toBeVisible();
  await nothingFoundInBoth(page, 'sync centre, full device');
  // Closing the line threw nothing away, though there was no room to keep it.
  await page.getByRole('button', { name: 'New task' }).first().click();
  await expect(newTask).toHaveText('Too much for this device');

  await page.evaluate(
    () =>
      new Promise((resolve) => {
        indexedDB.deleteDatabase('photographs').onsuccess = resolve;
      }),
  );
  await newTask.press('Enter');
  await expect(newTask).toBeHidden();
  await page.getByRole('link', { name: 'Inbox' }).first().click();
  await expect(task(page, 'Too much for this device')).toBeVisible();
  // And the trouble is over: nobody is told of it any more.
  await expect(page.getByText('This device is full.')).toHaveCount(0);
});

/** Dexie multiplies its versions by ten. */
const openRaw = (page: Page, how: 'newer' | 'old and stubborn') =>
  page.evaluate(async (how) => {
    const name = (await indexedDB.databases()).find((db) => db.name === 'holdfast/nobody');
    const version = how === 'newer' ? (name?.version ?? 0) + 10 : 1;
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('holdfast/nobody', version);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    Object.assign(window, { release: () => db.close() });
  }, how);

test('[H44] [CL13] an old tab makes way for a newer build at once, and says so', async ({ first }) => {
  const { page } = first;
  await first.open('/today');
  await addTask(page, 'Written by the old build');
  const newer = await first.context.newPage();
  await newer.goto('/healthz');
  await openRaw(newer, 'newer');
  await expect(page.getByText('A newer version of Holdfast is open in another tab.').first()).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Reload to go on' })).toBeVisible();
  expect(await storedTitles(newer)).toEqual(['Written by the old build']);
});

test('[H44] [CL13] an old tab with words in a field keeps them on the screen, and says that they are not saved', async ({
  first,
}) => {
  const { page } = first;
  await first.open('/today');
  await addTask(page, 'Written by the old build');
  await openLine(page, 'Half a thought');
  const newer = await first.context.newPage();
  await newer.goto('/healthz');
  await openRaw(newer, 'newer');
  await expect(page.getByText('A newer version is open in another tab.').first()).toBeVisible();
  await expect(line(page)).toHaveText('Half a thought');
  await line(page).press('Enter');
  await expect(page.getByText(/This is not saved yet: copy what you wrote, then reload/)).toBeVisible();
  await expect(line(page)).toHaveText('Half a thought');
});

test('[H44] [CL13] a newer build behind a tab that holds on says which tab to close, and goes on by itself', async ({
  first,
}) => {
  const { page } = first;
  const old = await first.context.newPage();
  await old.goto('/healthz');
  await openRaw(old, 'old and stubborn');
  await first.open('/today');
  await expect(page.getByText('Another tab holds an older version of Holdfast open.').first()).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Close the other tab' })).toBeVisible();
  await old.evaluate(() => (window as unknown as { release: () => void }).release());
  await expect(page.getByText('Nothing due today')).toBeVisible();
  await addTask(page, 'After the old tab had closed');
});

test('[H46] a copy that the browser cleared: what was sent comes back, and it is said', async ({ first }) => {
  const { page } = first;
  const email = uniqueEmail();
  await signUp(page, email);
  await addTask(page, 'Sent in time');
  await expect(page.getByText('Everything is saved').first()).toBeVisible();
  const line = await first.context.newCDPSession(page);
  const origin = new URL(first.url).origin;
  // Everything of the origin but its cookies, as browsers do when space is short.
  await page.goto('/healthz');
  await line.send('Storage.clearDataForOrigin', {
    origin,
    storageTypes: 'indexeddb,cache_storage,service_workers',
  });
  await page.goto('/today');
  await expect(task(page, 'Sent in time')).toBeVisible();
  await expect(page.getByText('The browser had cleared this device’s copy.')).toBeVisible();
  await page.reload();
  await expect(page.getByText('The browser had cleared this device’s copy.')).toBeVisible();
  await page
    .getByRole('button', { name: 'Dismiss' })
    .or(page.getByRole('button', { name: 'Put away' }))
    .first()
    .click();
  await expect(page.getByText('The browser had cleared this device’s copy.')).toHaveCount(0);

  // The account's own database alone.
  await page.goto('/healthz');
  await page.evaluate(async () => {
    for (const { name } of await indexedDB.databases())
      if (name?.startsWith('holdfast/'))
        await new Promise((resolve) => {
          indexedDB.deleteDatabase(name).onsuccess = resolve;
        });
  });
  await page.goto('/today');
  await expect(task(page, 'Sent in time')).toBeVisible();
  await expect(page.getByText('The browser had cleared this device’s copy.')).toBeVisible();
});
