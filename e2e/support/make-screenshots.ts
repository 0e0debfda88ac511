/**
 * `npm run screenshots`: the pictures of the README and of the install dialog, taken from the built app with a few
 * invented tasks.
 */

import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { newId } from '@holdfast/shared/sync/ids';
import { chromium } from '@playwright/test';
import { startCluster } from '../../api/src/testing/postgres-cluster';
import { createTemplate, createTestDatabase } from '../../api/src/testing/test-database';
import { createAccount, creation } from '../bench/seed';
import { chromiumArgs, ensureChromium } from './chromium';
import { signIn } from './people';
import { startApp } from './start-app';

const folder = path.resolve(import.meta.dirname, '../../web/public/screenshots');
const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toLocaleDateString('en-CA');

const PROJECTS = [
  { name: 'Home', color: '1' },
  { name: 'Boat shed', color: '2' },
  { name: 'Spring catalogue', color: '3' },
  { name: 'Grant letter', color: '4' },
] as const;

const TASKS: readonly {
  title: string;
  project: number | null;
  dueOn: string | null;
  dueTime?: string;
  priority?: number;
}[] = [
  { title: 'Send the revised quote to the joinery', project: 1, dueOn: day(-2) },
  { title: 'Renew passport', project: 0, dueOn: day(-1), priority: 3 },
  { title: 'Pay the rent', project: 0, dueOn: day(0), dueTime: '09:00', priority: 4 },
  { title: 'Read Ana’s draft of the grant letter', project: 3, dueOn: day(0) },
  { title: 'Call the electrician about the shed wiring', project: 1, dueOn: day(0), dueTime: '11:30' },
  { title: 'Order 40 m of marine rope', project: 1, dueOn: day(0), priority: 3 },
  { title: 'Fix the footer of the price page', project: 2, dueOn: day(0) },
  { title: 'Choose the cover picture', project: 2, dueOn: day(3) },
  { title: 'Weekly check-in with the crew', project: 3, dueOn: day(0), dueTime: '23:00' },
  { title: 'Back up the photo drive', project: null, dueOn: day(0), dueTime: '23:30' },
];

const executablePath = ensureChromium((line) => console.log(line));
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
    ...TASKS.map(({ project, ...values }, n) =>
      creation('task', newId(entropy), {
        ...values,
        projectId: project === null ? null : (projects[project]?.id ?? null),
        position: `b${n.toString(36).padStart(2, '0')}x`,
      }),
    ),
  ]);
  mkdirSync(folder, { recursive: true });
  for (const [name, viewport] of [
    ['wide', { width: 1280, height: 800 }],
    ['narrow', { width: 390, height: 844 }],
  ] as const) {
    const context = await browser.newContext({
      viewport,
      deviceScaleFactor: name === 'narrow' ? 2 : 1,
      hasTouch: name === 'narrow',
      isMobile: name === 'narrow',
    });
    const page = await context.newPage();
    await signIn(page, email, app.url);
    await page.getByRole('checkbox', { name: /Read Ana/ }).waitFor();
    await page.screenshot({ path: path.join(folder, `${name}-today.png`) });
    await context.close();
  }
  await app.stop();
} finally {
  await browser.close();
  await cluster.stop();
}
