/**
 * What a browser test stands on:
 *
 *   app       the built app, one process and database for each worker
 *   network   the network between the first device and the app, as bad as wanted; new for each test
 *   first     a device behind that network
 *   second    another device, straight at the app
 *   newDevice as many more as a test needs
 *
 * A device is a browser context of its own: own storage, own cookies, own service worker. Tests share the
 * worker's database, so each makes accounts of its own (`uniqueEmail`).
 */
import { randomUUID } from 'node:crypto';
import { type BrowserContext, test as base, type Page } from '@playwright/test';
import { createTestDatabase } from '../../api/src/testing/test-database';
import { fillByKeys } from './fill-by-keys';
import { type FlakyProxy, startFlakyProxy } from './flaky-proxy';
import { adminUrlVariable } from './global-setup';
import { hadSample } from './had-sample';
import { type RunningApp, startApp } from './start-app';

export type Device = {
  readonly context: BrowserContext;
  readonly page: Page;
  /** The origin that this device opens. */
  readonly url: string;
  /** Opens a path of the app. */
  readonly open: (path?: string) => Promise<void>;
};

type NewDevice = (options?: {
  readonly url?: string;
  /** With the sample of a first start; as a rule a device begins empty. */
  readonly sample?: boolean;
}) => Promise<Device>;

type TestFixtures = {
  network: FlakyProxy;
  newDevice: NewDevice;
  first: Device;
  second: Device;
};
type WorkerFixtures = { app: RunningApp };

export const uniqueEmail = (name = 'ana') => `${name}-${randomUUID().slice(0, 8)}@example.test`;

export const test = base.extend<TestFixtures, WorkerFixtures>({
  app: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names from the pattern
    async ({}, use) => {
      const adminUrl = process.env[adminUrlVariable];
      if (!adminUrl) throw new Error('no Postgres: start through playwright.config.ts');
      const database = await createTestDatabase(adminUrl);
      const app = await startApp({ databaseUrl: database.url });
      await use(app);
      await app.stop();
      await database.drop();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  context: async ({ context }, use) => {
    await context.addInitScript(hadSample);
    await use(context);
  },
  network: async ({ app }, use) => {
    const proxy = await startFlakyProxy(app.port);
    await use(proxy);
    await proxy.close();
  },
  newDevice: async ({ app, browser, browserName, contextOptions }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async ({ url = app.url, sample = false } = {}) => {
      const context = await browser.newContext({ ...contextOptions, baseURL: url });
      if (!sample) await context.addInitScript(hadSample);
      contexts.push(context);
      const page = await context.newPage();
      if (browserName === 'firefox') fillByKeys(page);
      return {
        context,
        page,
        url,
        open: async (path = '/') => {
          await page.goto(path);
        },
      };
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
  first: async ({ newDevice, network }, use) => {
    await use(await newDevice({ url: network.url }));
  },
  second: async ({ newDevice }, use) => {
    await use(await newDevice());
  },
});
