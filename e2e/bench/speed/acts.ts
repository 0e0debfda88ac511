/**
 * Complete, add, edit and move by real presses in a long list: when it is painted, and when it is on disk. Each act
 * is measured by itself, with the last one's sending over.
 */
import type { Page } from '@playwright/test';
import { ms, sample } from '../numbers';
import { pause } from '../world';
import type { Device } from './device';
import type { Reading } from './lines';

const RUNS = 12;

interface Took {
  readonly painted: number[];
  readonly durable: number[];
}

export async function acts(device: Device): Promise<readonly Reading[]> {
  const all = { complete: none(), add: none(), edit: none(), move: none() };
  const page = await device.open(`/p/${device.life.projectId}`);
  await rows(page).first().waitFor();
  await page.waitForTimeout(2_000);
  for (let n = 0; n < RUNS; n += 1) {
    await complete(page, all.complete);
    await edit(page, n, all.edit);
    await move(page, n, all.move);
  }
  await page.goto(`${device.url}/inbox`);
  for (let n = 0; n < RUNS; n += 1) await add(page, n, all.add);
  await page.close();
  const detail = (of: keyof Took) =>
    Object.entries(all)
      .map(([name, took]) => `${name} ${ms(sample(took[of]).p95)}`)
      .join(', ');
  const values = (of: keyof Took) => Object.values(all).flatMap((took) => took[of]);
  return [
    { name: 'painted', values: values('painted'), detail: detail('painted') },
    { name: 'durable', values: values('durable'), detail: detail('durable') },
  ];
}

const none = (): Took => ({ painted: [], durable: [] });
const rows = (page: Page) => page.locator('main [data-row]');

/** The id of a row in the middle of the screen: rows move up as others leave. */
const aRow = async (page: Page): Promise<string> => (await rows(page).nth(6).getAttribute('data-row')) ?? '';

async function complete(page: Page, took: Took): Promise<void> {
  const id = await aRow(page);
  await page.locator(`main [data-row="${id}"]`).getByRole('checkbox').hover();
  await pause(page);
  await measured(page, `[data-row="${id}"] [role=checkbox][aria-checked=true]`, took, () =>
    page.mouse.down().then(() => page.mouse.up()),
  );
  // It rests, then the list closes up.
  await page.locator(`main [data-row="${id}"]`).waitFor({ state: 'detached' });
}

async function add(page: Page, n: number, took: Took): Promise<void> {
  await page.getByRole('button', { name: 'New task' }).first().click();
  const field = page.getByRole('textbox', { name: 'New task' });
  const title = `Fold the chart ${n} ${Date.now() % 1e6}`;
  await field.fill(title);
  await pause(page);
  await measured(page, `[aria-label="Complete: ${title}"]`, took, () => field.press('Enter'));
  await field.waitFor({ state: 'hidden' });
}

async function edit(page: Page, n: number, took: Took): Promise<void> {
  const id = await aRow(page);
  await page.locator(`main [data-row="${id}"] a`).first().click();
  const field = page.getByRole('textbox', { name: 'Title' });
  const title = `Mend the sail ${n} ${Date.now() % 1e6}`;
  await field.fill(title);
  await pause(page);
  await measured(page, `main [data-row="${id}"] [aria-label="Complete: ${title}"]`, took, () =>
    field.press('Enter'),
  );
  await page.keyboard.press('Escape');
  await field.waitFor({ state: 'hidden' });
}

/** To another project, by key: the row leaves this list. */
async function move(page: Page, n: number, took: Took): Promise<void> {
  const id = await aRow(page);
  await page.locator(`main [data-row="${id}"] a`).first().focus();
  await page.keyboard.press('m');
  const field = page.getByRole('combobox');
  await field.fill(`Project ${20 + (n % 20)}`);
  await pause(page);
  await measured(page, `main:not(:has([data-row="${id}"])) [data-row]`, took, () => field.press('Enter'));
  await field.waitFor({ state: 'hidden' });
}

/** From the browser's own time of the press to the frame that shows it, and to the strict commit. */
async function measured(page: Page, shown: string, took: Took, press: () => Promise<unknown>): Promise<void> {
  const [{ painted }] = await Promise.all([
    page.evaluate((selector) => window.probe.shown(selector, 1), shown),
    press(),
  ]);
  await page.waitForFunction(() => window.probe.firstStrictAfterCall !== null);
  const { input, called, strict } = await page.evaluate(() => ({
    input: window.probe.inputAt,
    called: window.probe.calledAt,
    strict: window.probe.firstStrictAfterCall ?? Number.NaN,
  }));
  took.painted.push(painted - input);
  took.durable.push(strict - called);
  await pause(page);
}
