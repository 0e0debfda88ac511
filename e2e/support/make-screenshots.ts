/**
 * `npm run screenshots`: pictures taken from the built app with a few invented tasks. Those of the install dialog belong
 * to the app (`web/public/screenshots`), the others to the README (`shared/docs/pictures`).
 */

import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { newId } from '@holdfast/shared/sync/ids';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { startCluster } from '../../api/src/testing/postgres-cluster';
import { createTemplate, createTestDatabase } from '../../api/src/testing/test-database';
import { createAccount, creation } from '../bench/seed';
import { chromiumArgs, ensureChromium } from './chromium';
import { addTask, controlled, says, signIn } from './people';
import { root } from './repository-files';
import { startApp } from './start-app';

const forTheApp = path.join(root, 'web/public/screenshots');
const forTheReadme = path.join(root, 'shared/docs/pictures');
const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toLocaleDateString('en-CA');

const PROJECTS = [
  { name: 'Home', color: '1' },
  { name: 'Boat shed', color: '2' },
  { name: 'Spring catalogue', color: '3' },
  { name: 'Grant letter', color: '4' },
] as const;

type Invented = {
  readonly title: string;
  readonly project: number | null;
  readonly dueOn: string | null;
  readonly dueTime?: string;
  readonly priority?: number;
  readonly status?: string;
  readonly blockedReason?: string;
  readonly description?: string;
  readonly estimateMinutes?: number;
  /** Its checklist; a done step begins with an x. */
  readonly steps?: readonly string[];
};

const TASKS: readonly Invented[] = [
  { title: 'Send the revised quote to the joinery', project: 1, dueOn: day(-2) },
  { title: 'Renew passport', project: 0, dueOn: day(-1), priority: 3 },
  { title: 'Pay the rent', project: 0, dueOn: day(0), dueTime: '09:00', priority: 4 },
  { title: 'Read Ana’s draft of the grant letter', project: 3, dueOn: day(0) },
  { title: 'Call the electrician about the shed wiring', project: 1, dueOn: day(0), dueTime: '11:30' },
  {
    title: 'Order 40 m of marine rope',
    project: 1,
    dueOn: day(0),
    priority: 3,
    status: 'in_progress',
    description:
      '12 mm, three strands, **not** the floating kind.\n\n- ask the yard for their price first\n- the old one is [down for 38 €](https://example.test)',
    estimateMinutes: 30,
    steps: ['xMeasure the old one', 'Compare two chandlers', 'Order, to be fetched on Friday'],
  },
  { title: 'Fix the footer of the price page', project: 2, dueOn: day(0) },
  { title: 'Choose the cover picture', project: 2, dueOn: day(3) },
  { title: 'Weekly check-in with the crew', project: 3, dueOn: day(0), dueTime: '23:00' },
  { title: 'Back up the photo drive', project: null, dueOn: day(0), dueTime: '23:30' },
  { title: 'Oil the sliding doors', project: 1, dueOn: null },
  { title: 'Sort the paint shelf', project: 1, dueOn: day(5), priority: 1 },
  { title: 'Sand the rudder', project: 1, dueOn: day(2), status: 'in_progress' },
  {
    title: 'Hang the new beam',
    project: 1,
    dueOn: day(4),
    status: 'blocked',
    blockedReason: 'The crane is lent out',
  },
  { title: 'Sweep the slip', project: 1, dueOn: null, status: 'done' },
  { title: 'List what the winter storm broke', project: 1, dueOn: null, status: 'done' },
];

const WIDE = { width: 1280, height: 800 };
const NARROW = { width: 390, height: 844 };

type Picture = {
  readonly file: string;
  readonly viewport: typeof WIDE;
  readonly dark?: boolean;
  /** From Today, signed in, to what is to be seen. */
  readonly go?: (page: Page, context: BrowserContext) => Promise<unknown>;
};

const openProject = async (page: Page, name: string) => {
  await page.goto('/projects');
  await page.getByRole('main').getByRole('link', { name }).first().click();
  await page.getByRole('heading', { name, level: 1 }).waitFor();
};

const PICTURES: readonly Picture[] = [
  { file: path.join(forTheApp, 'wide-today.png'), viewport: WIDE },
  { file: path.join(forTheApp, 'narrow-today.png'), viewport: NARROW },
  {
    file: path.join(forTheReadme, 'board.png'),
    viewport: WIDE,
    go: async (page) => {
      await openProject(page, 'Boat shed');
      await page.getByRole('navigation', { name: 'View' }).getByRole('link', { name: 'Board' }).click();
      await page.getByRole('region', { name: 'Blocked' }).getByText('The crane').waitFor();
    },
  },
  {
    file: path.join(forTheReadme, 'task.png'),
    viewport: WIDE,
    dark: true,
    go: async (page) => {
      await page.getByRole('link', { name: 'Order 40 m of marine rope' }).click();
      await page.getByText('Compare two chandlers').waitFor();
      await page.getByRole('link', { name: 'down for 38 €' }).waitFor();
    },
  },
  {
    file: path.join(forTheReadme, 'offline.png'),
    viewport: NARROW,
    go: async (page, context) => {
      await controlled(page);
      await context.setOffline(true);
      await addTask(page, 'Ask the harbour about a winter place');
      await page.getByText('saved here').filter({ visible: true }).first().waitFor();
    },
  },
];

const executablePath = ensureChromium((line) => console.log(line), { whole: true });
if (!executablePath) throw new Error('no Chromium');
const cluster = await startCluster();
const browser = await chromium.launch({ executablePath, args: [...chromiumArgs] });
try {
  await createTemplate(cluster.adminUrl);
  const database = await createTestDatabase(cluster.adminUrl);
  const app = await startApp({ databaseUrl: database.url });
  const email = 'sam@example.test';
  const account = await createAccount(app.url, email, 'Sam');
  const entropy = {
    now: () => Date.now(),
    randomBytes: (length: number) => new Uint8Array(randomBytes(length)),
  };
  const projects = PROJECTS.map((project, n) => ({ id: newId(entropy), ...project, position: `a${n}x` }));
  await account.send([
    ...projects.map(({ id, ...values }) => creation('project', id, values)),
    ...TASKS.flatMap(({ project, steps = [], ...values }, n) => {
      const id = newId(entropy);
      return [
        creation('task', id, {
          ...values,
          projectId: project === null ? null : (projects[project]?.id ?? null),
          position: `b${n.toString(36).padStart(2, '0')}x`,
        }),
        ...steps.map((words, n) =>
          creation('step', newId(entropy), {
            taskId: id,
            title: words.replace(/^x/, ''),
            doneAt: words.startsWith('x') ? Date.now() : null,
            position: `a${n}x`,
          }),
        ),
      ];
    }),
  ]);
  for (const folder of [forTheApp, forTheReadme]) mkdirSync(folder, { recursive: true });
  for (const { file, viewport, dark = false, go } of PICTURES) {
    const narrow = viewport === NARROW;
    const context = await browser.newContext({
      baseURL: app.url,
      viewport,
      colorScheme: dark ? 'dark' : 'light',
      deviceScaleFactor: narrow ? 2 : 1,
      hasTouch: narrow,
      isMobile: narrow,
    });
    const page = await context.newPage();
    await signIn(page, email, app.url);
    await page.getByRole('checkbox', { name: /Read Ana/ }).waitFor();
    await says(page, 'Everything is saved').waitFor();
    await page.mouse.move(1, 1);
    await go?.(page, context);
    // As after a tap: no ring of focus.
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.screenshot({ path: file, animations: 'disabled' });
    await context.close();
  }
  await app.stop();
} finally {
  await browser.close();
  await cluster.stop();
}
