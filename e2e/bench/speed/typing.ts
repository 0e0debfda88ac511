/**
 * Search: how soon after a start its index is whole, how long the page was held up meanwhile, and from each key press
 * until its results are painted. The worker's own thread is not slowed down with the page's: Chromium holds back
 * pages alone.
 */
import type { Page } from '@playwright/test';
import type { Device } from './device';
import type { Reading } from './lines';

const STARTS = 5;
const ROUNDS = 3;
/** Typed letter by letter: a title, a typo, a number. */
const TYPED = ['order marine rope', 'compst', 'grant 12'];

export async function indexing(device: Device): Promise<readonly Reading[]> {
  const ready: number[] = [];
  const longest: number[] = [];
  for (let start = 0; start < STARTS; start += 1) {
    const page = await startWatched(device);
    const built = await page.evaluate(() => window.searchBench.ready);
    ready.push(built.ready);
    longest.push(built.longest);
    await page.close();
  }
  return [
    { name: 'index', values: ready },
    { name: 'blocking', values: longest },
  ];
}

export async function typing(device: Device): Promise<readonly Reading[]> {
  const page = await startWatched(device);
  await page.evaluate(() => window.searchBench.ready);
  await page.waitForTimeout(1_000);
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox');
  await field.waitFor();
  const values: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1)
    for (const words of TYPED) {
      await field.fill('');
      // As long as a quick hand takes to the next key.
      for (const letter of words) {
        await page.waitForTimeout(80);
        const answered = page.evaluate(() => window.searchBench.nextAnswer());
        await page.keyboard.press(letter === ' ' ? 'Space' : letter);
        values.push(await answered);
      }
    }
  await page.close();
  return [{ name: 'typing', values }];
}

async function startWatched(device: Device): Promise<Page> {
  const page = await device.blank();
  await page.addInitScript(watchWorker, device.life.tasks);
  await page.goto(`${device.url}/today`, { waitUntil: 'commit' });
  return page;
}

declare global {
  interface Window {
    searchBench: {
      /** When its index was whole, from the page's start, and the longest task of the page meanwhile. */
      readonly ready: Promise<{ readonly ready: number; readonly longest: number }>;
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
  const ready = new Promise<{ ready: number; longest: number }>((done) => {
    heard = ({ kind, state }) => {
      // Some were completed by what was measured before.
      if (kind !== 'changed' || !state?.ready || state.tasks < tasks * 0.9) return;
      const at = performance.now();
      heard = () => undefined;
      // The observer tells of a task after its end.
      setTimeout(() => {
        const during = tasksOfPage.filter(({ start, duration }) => start + duration > began && start < at);
        done({ ready: at, longest: Math.max(0, ...during.map(({ duration }) => duration)) });
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
            const took = () => performance.now() - window.probe.inputAt;
            let same = true;
            const changed = new MutationObserver(() => {
              same = false;
              changed.disconnect();
              requestAnimationFrame(() => setTimeout(() => done(took())));
            });
            changed.observe(document, { childList: true, subtree: true, characterData: true });
            // The same results again change nothing that could be seen: the first frame after them counts.
            requestAnimationFrame(() =>
              setTimeout(() => {
                const first = took();
                requestAnimationFrame(() => {
                  if (same) done(first);
                });
              }),
            );
          };
        }),
    },
  });
}
