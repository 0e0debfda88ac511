/**
 * Search among 10,000 tasks: how soon after a cold start the index is whole, how long the page was held up meanwhile,
 * and from each key press until its results are painted. Beside the machine's own speed, with the processor at a
 * quarter.
 */
import type { BrowserContext, Page } from '@playwright/test';
import { controlled } from '../../support/people';
import { type Line, line } from '../numbers';
import { onNewDevice, type Scenario, TASKS } from '../world';
import { syncEverything } from './first-sync';

const STARTS = 5;
const ROUNDS = 3;
/** Typed letter by letter: a title, a typo, a number. */
const TYPED = ['order marine rope', 'compst', 'grant 12'];

export const search: Scenario = async ({ browser, app, email }) => {
  const lines: Line[] = [];
  await onNewDevice(browser, async (page, context) => {
    await syncEverything(page, app.url, email);
    await controlled(page);
    await page.close();
    for (const slower of [1, 4]) lines.push(...(await measure(context, app.url, slower)));
  });
  return lines;
};

async function measure(context: BrowserContext, url: string, slower: number): Promise<readonly Line[]> {
  const ready: number[] = [];
  const longest: number[] = [];
  const painted: number[] = [];
  for (let start = 0; start < STARTS; start += 1) {
    const page = await context.newPage();
    await slowDown(page, slower);
    await page.addInitScript(watchWorker, TASKS);
    await page.goto(`${url}/today`, { waitUntil: 'commit' });
    const built = await page.evaluate(() => window.searchBench.ready);
    ready.push(built.ready - built.began);
    longest.push(built.longest);
    if (start === STARTS - 1) painted.push(...(await typing(page)));
    await page.close();
  }
  const cpu = slower === 1 ? '' : `, CPU ÷ ${slower}`;
  const goal = (most: number, words: string) => ({ target: words, median: most, p95: most });
  const [index, task, key] = slower === 1 ? [1_000, 50, 30] : [3_000, 50, 80];
  return [
    line(`search: worker started → index of ${TASKS.toLocaleString('en')} ready${cpu}`, ready, {
      target: `≤ ${index} ms`,
      median: index,
    }),
    line(`search: longest task of the page while it is built${cpu}`, longest, {
      target: `≤ ${task} ms`,
      median: task,
    }),
    line(`search: key press → results painted${cpu}`, painted, goal(key, `p95 ≤ ${key} ms`)),
  ];
}

async function slowDown(page: Page, times: number): Promise<void> {
  if (times === 1) return;
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: times });
}

async function typing(page: Page): Promise<number[]> {
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox');
  await field.waitFor();
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1)
    for (const words of TYPED) {
      await field.fill('');
      for (const letter of words) {
        const answered = page.evaluate(() => window.searchBench.nextAnswer());
        await page.keyboard.press(letter === ' ' ? 'Space' : letter);
        times.push(await answered);
      }
    }
  return times;
}

declare global {
  interface Window {
    searchBench: {
      /** When the worker was made, when its index was whole (performance.now()), and the longest task between. */
      readonly ready: Promise<{ readonly began: number; readonly ready: number; readonly longest: number }>;
      /** From the next key press to the frame that has its answer. */
      readonly nextAnswer: () => Promise<number>;
    };
  }
}

/** Runs in the page before the app: listens to what the worker answers. The app knows nothing of it. */
function watchWorker(tasks: number): void {
  const tasksOfPage: { readonly start: number; readonly duration: number }[] = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      tasksOfPage.push({ start: entry.startTime, duration: entry.duration });
  }).observe({ type: 'longtask', buffered: true });
  let heard: (message: { kind: string; state?: { ready: boolean; tasks: number } }) => void = () => undefined;
  const Plain = window.Worker;
  let began = 0;
  window.Worker = class extends Plain {
    constructor(...args: ConstructorParameters<typeof Plain>) {
      began = performance.now();
      super(...args);
      this.addEventListener('message', ({ data }) => heard(data));
    }
  };
  const ready = new Promise<{ began: number; ready: number; longest: number }>((done) => {
    heard = ({ kind, state }) => {
      if (kind !== 'changed' || !state?.ready || state.tasks < tasks) return;
      const at = performance.now();
      heard = () => undefined;
      // The observer tells of a task after its end.
      setTimeout(() => {
        const during = tasksOfPage.filter(({ start, duration }) => start + duration > began && start < at);
        done({ began, ready: at, longest: Math.max(0, ...during.map(({ duration }) => duration)) });
      }, 200);
    };
  });
  Object.assign(window, {
    searchBench: {
      ready,
      nextAnswer: () =>
        new Promise<number>((done) => {
          heard = ({ kind }) => {
            if (kind !== 'answer') return;
            heard = () => undefined;
            // The page paints what it made of the answer a task later: the frame after that has it for certain.
            setTimeout(() =>
              requestAnimationFrame(() => setTimeout(() => done(performance.now() - window.probe.inputAt))),
            );
          };
        }),
    },
  });
}
