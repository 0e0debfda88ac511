/**
 * Ten minutes of use in less: as many acts as a busy person does in ten minutes (one a second: a view opened, a list
 * scrolled, a task completed, added, opened, searched), without the pauses between them, which hold no memory. Then
 * what the page and its worker hold after a garbage collection.
 */
import type { CDPSession, Page } from '@playwright/test';
import type { Device } from './device';
import type { Reading } from './lines';

const ROUNDS = 75;
const MB = 1_000_000;

/** 8 acts. */
async function round(page: Page, device: Device, n: number): Promise<void> {
  const { projectId, labelId } = device.life;
  const go = (path: string) => page.evaluate((to) => history.pushState(null, '', to), path);
  const rows = page.locator('main [data-row]');
  await go(['/today', '/upcoming', `/p/${projectId}/board`, `/labels/${labelId}`][n % 4] ?? '/today');
  await page.locator('main [data-row], main [data-card]').first().waitFor();
  await page.mouse.move(700, 400);
  for (let turn = 0; turn < 10; turn += 1) await page.mouse.wheel(0, 400);
  await go(`/p/${projectId}`);
  await rows.nth(4).getByRole('checkbox').click();
  await rows.nth(6).getByRole('link').first().click();
  const title = page.getByRole('textbox', { name: 'Title' });
  await title.fill(`Tar the hull ${n}`);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await title.waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'New task' }).first().click();
  const line = page.getByRole('textbox', { name: 'New task' });
  await line.fill(`Caulk seam ${n} tomorrow`);
  await page.keyboard.press('Enter');
  await line.waitFor({ state: 'hidden' });
  await page.keyboard.press('Control+k');
  const search = page.getByRole('combobox');
  await search.fill('rope');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Escape');
  await search.waitFor({ state: 'hidden' });
}

export async function memory(device: Device): Promise<readonly Reading[]> {
  const page = await device.open('/today');
  await page.locator('main [data-row]').first().waitFor();
  const before = await held(page);
  for (let n = 0; n < ROUNDS; n += 1) await round(page, device, n);
  const after = await held(page);
  await page.close();
  return [
    {
      name: 'memory',
      values: [(after.page + after.workers) / MB],
      detail: `at first ${words(before)}; after ${ROUNDS * 8} acts ${words(after)}, ${after.nodes} nodes`,
    },
  ];
}

interface Held {
  readonly page: number;
  readonly workers: number;
  readonly nodes: number;
}

const words = ({ page, workers }: Held): string =>
  `page ${Math.round(page / MB)} MB, search worker ${Math.round(workers / MB)} MB`;

/** What is in use of the heaps that belong to the page, after a collection. */
async function held(page: Page): Promise<Held> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const heap = await session.send('Runtime.getHeapUsage');
  const { nodes } = await session.send('Memory.getDOMCounters');
  const workers = await heapOfWorkers(session);
  await session.detach();
  return { page: heap.usedSize + backing(heap), workers, nodes };
}

/** Buffers and strings outside the heap, where this Chromium tells. */
const backing = (heap: object): number =>
  Object.entries(heap).reduce(
    (sum, [name, value]) => (/embedder|backing/i.test(name) ? sum + Number(value) : sum),
    0,
  );

async function heapOfWorkers(session: CDPSession): Promise<number> {
  const ids: string[] = [];
  const answers = new Map<number, (size: number) => void>();
  session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    if (targetInfo.type === 'worker') ids.push(sessionId);
  });
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, result } = JSON.parse(message) as { id: number; result?: { usedSize?: number } };
    answers.get(id)?.(result?.usedSize ?? 0);
  });
  await session.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  });
  let id = 0;
  const ask = (sessionId: string, method: string): Promise<number> => {
    id += 1;
    const answered = new Promise<number>((done) => answers.set(id, done));
    void session.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method }) });
    return answered;
  };
  let sum = 0;
  for (const each of ids) {
    await ask(each, 'HeapProfiler.collectGarbage');
    sum += await ask(each, 'Runtime.getHeapUsage');
  }
  return sum;
}
