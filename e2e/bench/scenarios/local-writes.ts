/** A task made and a task completed through the screen, among 10,000: when it is on disk, when it is painted. */
import type { Page } from '@playwright/test';
import { controlled } from '../../support/people';
import { startBaseline } from '../baseline/server';
import { line } from '../numbers';
import { onNewDevice, pause, type Scenario, shownTask } from '../world';
import { syncEverything } from './first-sync';

const RUNS = 40;

interface Took {
  /** From the call of the action: on disk, and brought to the screen by a live query. */
  readonly durable: number[];
  readonly delivered: number[];
  /** From a real press, as the person feels it. */
  readonly painted: number[];
}

export const localWrites: Scenario = async ({ browser, app, email }) => {
  const bare: number[] = [];
  const server = await startBaseline([]);
  await onNewDevice(browser, async (page) => {
    await page.goto(server.url);
    await page.evaluate(() => window.bare.firstLoad());
    for (let n = 0; n < RUNS; n++)
      bare.push(await page.evaluate((title) => window.bare.write(title), `Bare ${n}`));
  });
  await server.close();

  const adds: Took = { durable: [], delivered: [], painted: [] };
  const completions: Took = { durable: [], delivered: [], painted: [] };
  await onNewDevice(browser, async (page) => {
    await syncEverything(page, app.url, email);
    await controlled(page);
    // A list that shows what was just made; the other tasks are in projects.
    await page.goto(`${app.url}/inbox`);
    for (let n = 0; n < RUNS; n++)
      for (const press of [false, true]) {
        const title = `Bench ${press ? 'pressed' : 'called'} ${n}`;
        await addOne(page, title, press, adds);
        await completeOne(page, title, press, completions);
      }
  });
  const durable = { bare, target: '≤ 8 ms, p95 ≤ 16', median: 8, p95: 16 };
  return [
    line('create: call → durable (strict)', adds.durable, durable),
    line('create: call → delivered by a live query', adds.delivered),
    line('create: key press → painted', adds.painted),
    line('complete: call → durable (strict)', completions.durable, durable),
    line('complete: call → delivered by a live query', completions.delivered),
    line('complete: click → painted', completions.painted),
  ];
};

/** `press`: by the browser's own input. Otherwise the page calls, and no frame of a press stands before the write. */
async function addOne(page: Page, title: string, press: boolean, into: Took): Promise<void> {
  await page.getByRole('button', { name: 'New task' }).first().click();
  const field = page.getByRole('textbox', { name: 'New task' });
  await field.fill(title);
  await pause(page);
  const [shown] = await Promise.all([
    shownTask(page, title),
    press
      ? field.press('Enter')
      : page
          .getByRole('button', { name: 'Add task', exact: true })
          .evaluate((button) => window.probe.call(() => button instanceof HTMLElement && button.click())),
  ]);
  await note(page, shown, press, into);
}

async function completeOne(page: Page, title: string, press: boolean, into: Took): Promise<void> {
  const check = page.getByRole('checkbox', { name: `Complete: ${title}`, exact: true });
  await check.scrollIntoViewIfNeeded();
  await pause(page);
  const [shown] = await Promise.all([
    page.evaluate(
      (label) => window.probe.shown(`[role="checkbox"][aria-checked="true"][aria-label="${label}"]`, 1),
      `Complete: ${title}`,
    ),
    press
      ? check.click()
      : check.evaluate((box) => window.probe.call(() => box instanceof HTMLElement && box.click())),
  ]);
  await note(page, shown, press, into);
}

async function note(
  page: Page,
  shown: { delivered: number; painted: number },
  press: boolean,
  into: Took,
): Promise<void> {
  await page.waitForFunction(() => window.probe.firstStrictAfterCall !== null);
  const { input, called, strict } = await page.evaluate(() => ({
    input: window.probe.inputAt,
    called: window.probe.calledAt,
    strict: window.probe.firstStrictAfterCall ?? Number.NaN,
  }));
  if (press) into.painted.push(shown.painted - input);
  else {
    into.durable.push(strict - called);
    into.delivered.push(shown.delivered - called);
  }
}
