/** What every scenario finds: a browser, and the built app with a filled account, run as a user runs it. */
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { startCluster } from '../../api/src/testing/postgres-cluster';
import { createTemplate, createTestDatabase } from '../../api/src/testing/test-database';
import { chromiumArgs, ensureChromium } from '../support/chromium';
import { type RunningApp, startApp } from '../support/start-app';
import type { Bare } from './baseline/page';
import type { Line } from './numbers';
import { installProbe, type Probe } from './probe';
import { seedAccount } from './seed';

declare global {
  interface Window {
    probe: Probe;
    bare: Bare;
  }
}

/** Open tasks of the account that the scenarios use, in 40 projects; about 90 of them are due today or earlier. */
export const TASKS = 10_000;
export const PROJECTS = 40;

/** A browser and a Postgres, with apps on databases of their own. */
export interface EmptyWorld {
  readonly browser: Browser;
  /** A line about progress, on standard error. */
  readonly say: (line: string) => void;
  /** A running app on an empty database of its own, ended with the world. */
  readonly startEmptyApp: () => Promise<RunningApp>;
}

export interface World extends EmptyWorld {
  readonly app: RunningApp;
  /** Of the filled account; its password is the test people's. */
  readonly email: string;
  /** The local date that the seeded tasks are dated around. */
  readonly today: string;
}

export interface Closing {
  readonly close: () => Promise<void>;
}

/** One file each under `scenarios/`: measures, and returns its lines of the table. */
export type Scenario = (world: World) => Promise<readonly Line[]>;

export async function openEmptyWorld(say: EmptyWorld['say']): Promise<EmptyWorld & Closing> {
  const executablePath = ensureChromium(say, { whole: true });
  if (!executablePath) throw new Error('no Chromium');
  const cluster = await startCluster();
  await createTemplate(cluster.adminUrl);
  const browser = await chromium.launch({ executablePath, args: [...chromiumArgs] });
  const running: RunningApp[] = [];
  return {
    browser,
    say,
    async startEmptyApp() {
      const database = await createTestDatabase(cluster.adminUrl);
      const app = await startApp({ databaseUrl: database.url });
      running.push(app);
      return app;
    },
    async close() {
      await browser.close();
      for (const app of running) await app.stop();
      await cluster.stop();
    },
  };
}

export async function openWorld(say: EmptyWorld['say']): Promise<World & Closing> {
  const empty = await openEmptyWorld(say);
  try {
    const app = await empty.startEmptyApp();
    const email = 'bench@example.test';
    const today = localToday();
    say(`seeding ${TASKS.toLocaleString('en')} tasks …`);
    await seedAccount(app.url, email, TASKS, today, PROJECTS);
    return { ...empty, app, email, today };
  } catch (error) {
    await empty.close();
    throw error;
  }
}

export const localToday = (): string => new Date().toLocaleDateString('en-CA');

export const desk = { width: 1280, height: 800 };

/** A device of its own: an empty profile with one page that carries the probe. */
export async function onNewDevice(
  browser: Browser,
  work: (page: Page, context: BrowserContext) => Promise<void>,
  viewport = desk,
): Promise<void> {
  const context = await newProfile(browser, viewport);
  await work(await context.newPage(), context);
  await context.close();
}

/** An empty profile whose pages carry the probe. */
export async function newProfile(browser: Browser, viewport = desk): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport });
  // The runner keeps functions' names with a helper of its own, which the page has to know.
  await context.addInitScript('globalThis.__name = (named) => named;');
  await context.addInitScript(installProbe);
  return context;
}

/** When the list first has this open task, and the frame after. */
export const shownTask = (page: Page, title: string): Promise<{ delivered: number; painted: number }> =>
  page.evaluate((label) => window.probe.shown(`[aria-label="Complete: ${label}"]`, 1), title);

/** A person's pause: what the act before set going has come to its end, so that each act is measured by itself. */
export const pause = (page: Page): Promise<void> => page.waitForTimeout(400);
