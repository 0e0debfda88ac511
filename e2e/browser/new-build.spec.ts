/** A new build over an old one's work: what waits stays, goes out, and no tab asks for a file that is gone. */
import { expect, type Page } from '@playwright/test';
import { uniqueEmail, test as withApp } from '../support/fixtures';
import { outbox, type StoredEntry, stored, storedTitles } from '../support/local-store';
import { addMany, addManyIn, controlled, signIn, signUp } from '../support/people';
import { toldOnline } from '../support/told-online';
import { serveTwoBuilds, type TwoBuilds } from '../support/two-builds';

const test = withApp.extend<{ builds: TwoBuilds }>({
  builds: async ({ app }, use) => {
    const builds = await serveTwoBuilds(app.port);
    await use(builds);
    await builds.close();
  },
});

const buildOf = (page: Page) => page.locator('meta[name=build]').getAttribute('content');
const saved = (page: Page) => expect(page.getByText('Everything is saved').first()).toBeVisible();

test('[H57] [H14] a new build comes while 20 changes wait in two tabs: both restart, all of it goes out, no file is missing', async ({
  builds,
  newDevice,
  second,
}) => {
  const device = await newDevice({ url: builds.url });
  const { page } = device;
  const email = uniqueEmail();
  await signUp(page, email);
  await saved(page);
  await controlled(page);
  const other = await device.context.newPage();
  await other.goto('/today');
  await controlled(other);
  builds.data(false);
  const titles = Array.from({ length: 20 }, (_, n) => `By the old build ${n}`);
  await addManyIn([
    [page, titles.slice(0, 10)],
    [other, titles.slice(10)],
  ]);
  expect(await outbox(page)).toHaveLength(20);

  builds.deploy('two');
  await page.evaluate(async () => {
    await (await navigator.serviceWorker.getRegistration())?.update();
  });
  await page.bringToFront();
  await page.getByRole('button', { name: 'Restart' }).click();
  for (const tab of [page, other]) await expect.poll(() => buildOf(tab)).toBe('two');
  expect(await outbox(page)).toHaveLength(20);
  builds.data(true);
  await toldOnline(page);
  await saved(page);
  await signIn(second.page, email);
  await expect.poll(async () => (await storedTitles(second.page)).toSorted()).toEqual(titles.toSorted());
  // Screens that were not open yet come from the new build.
  for (const tab of [page, other]) {
    await tab.getByRole('link', { name: 'All projects' }).click();
    await expect(tab.getByRole('heading', { level: 1, name: 'Projects' })).toBeVisible();
  }
  expect(builds.missing).toEqual([]);
});

/**
 * The first shipped database, by hand, as its build laid it out. Never change it: it stands for devices that have not
 * been opened since.
 */
const FIRST_STORES: {
  readonly [store: string]: { key: string | string[] | null; indexes: readonly (string | string[])[] };
} = {
  workspace: { key: 'keys.pk', indexes: [] },
  member: { key: 'keys.pk', indexes: ['keys.list'] },
  project: { key: 'keys.pk', indexes: ['keys.list'] },
  section: { key: 'keys.pk', indexes: ['keys.project'] },
  label: { key: 'keys.pk', indexes: ['keys.list'] },
  task: { key: 'keys.pk', indexes: ['keys.place', 'keys.due', 'keys.done'] },
  step: { key: 'keys.pk', indexes: ['keys.task'] },
  comment: { key: 'keys.pk', indexes: ['keys.task'] },
  filter: { key: 'keys.pk', indexes: ['keys.list'] },
  conflict: { key: 'keys.pk', indexes: ['keys.state'] },
  unknown: { key: ['workspaceId', 'entity', 'id'], indexes: [] },
  confirmed: { key: 'key', indexes: [] },
  outbox: { key: ['workspaceId', 'seq'], indexes: ['mutation.id', '*rows'] },
  acked: { key: 'mutation.id', indexes: ['*rows', ['workspaceId', 'passed', 'ackedAt']] },
  rejected: { key: 'mutation.id', indexes: [['workspaceId', 'rejectedAt']] },
  meta: { key: null, indexes: [] },
};

test('[H45] [H14] [CL13] a database of the first build with 10 changes waiting is upgraded, and drains', async ({
  first,
  second,
  network,
}) => {
  const { page } = first;
  const email = uniqueEmail();
  await signUp(page, email);
  await saved(page);
  await controlled(page);
  network.down();
  const titles = Array.from({ length: 10 }, (_, n) => `Queued by the first build ${n}`);
  await addMany(page, titles);
  const waiting = await outbox(page);
  expect(waiting).toHaveLength(10);
  const kept: { [store: string]: readonly unknown[] } = {};
  for (const store of Object.keys(FIRST_STORES))
    if (store !== 'meta') kept[store] = await stored(page, store);

  // The same content as the first build wrote it: its stores, its version, its mutations' schema.
  await page.goto('about:blank');
  network.up();
  await page.goto('/healthz');
  await page.evaluate(
    async ([stores, rows]) => {
      const name =
        (await indexedDB.databases()).find((db) => /^holdfast\/[0-9a-f]{8}-/.test(db.name ?? ''))?.name ?? '';
      const meta = await new Promise<[IDBValidKey[], unknown[]]>((resolve) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => {
          const store = request.result.transaction('meta').objectStore('meta');
          const keys = store.getAllKeys();
          const values = store.getAll();
          store.transaction.oncomplete = () => {
            request.result.close();
            resolve([keys.result, values.result]);
          };
        };
      });
      await new Promise((resolve) => {
        indexedDB.deleteDatabase(name).onsuccess = resolve;
      });
      await new Promise<void>((resolve, reject) => {
        const request = indexedDB.open(name, 10);
        request.onerror = () => reject(request.error);
        request.onupgradeneeded = () => {
          for (const [store, { key, indexes }] of Object.entries(stores)) {
            const made = request.result.createObjectStore(store, key === null ? {} : { keyPath: key });
            for (const index of indexes) {
              const path = typeof index === 'string' ? index.replace('*', '') : index;
              const label = typeof path === 'string' ? path : `[${path.join('+')}]`;
              made.createIndex(label, path, {
                multiEntry: typeof index === 'string' && index.startsWith('*'),
              });
            }
          }
        };
        request.onsuccess = () => {
          const db = request.result;
          const write = db.transaction(Object.keys(stores), 'readwrite');
          for (const [store, all] of Object.entries(rows))
            for (const row of all) write.objectStore(store).put(row);
          meta[0].forEach((key, n) => {
            // What the registry looked like is another build's.
            write.objectStore('meta').put(key === 'registry' ? 'task(title)' : meta[1][n], key);
          });
          write.oncomplete = () => {
            db.close();
            resolve();
          };
          write.onabort = () => reject(write.error);
        };
      });
    },
    [FIRST_STORES, kept] as const,
  );
  await page.goto('/today');
  await saved(page);
  expect(await outbox(page)).toEqual([]);
  await signIn(second.page, email);
  await expect.poll(async () => (await storedTitles(second.page)).toSorted()).toEqual(titles.toSorted());
  const ids = (entries: readonly Pick<StoredEntry, 'mutation'>[]) =>
    entries.map(({ mutation }) => mutation.id).toSorted();
  const acked = await stored<StoredEntry>(page, 'acked');
  expect(ids(acked)).toEqual(expect.arrayContaining(ids(waiting)));
});

test('[H57] a part that the server no longer has: the page is loaded anew, once', async ({ first }) => {
  const { page } = first;
  await page.route(/assets\/trash-page/, (route) => route.fulfill({ status: 404 }));
  await first.open('/today');
  const loaded = () =>
    page.evaluate(() => (performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming).type);
  await expect.poll(() => loaded().catch(() => 'reloading')).toBe('reload');
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
});
