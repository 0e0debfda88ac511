/** Opening each view from another: from the call of the router to the frame that shows its first rows. */
import type { Page } from '@playwright/test';
import { ms, sample } from '../numbers';
import { pause } from '../world';
import type { Device } from './device';
import type { Life } from './life';
import type { Reading } from './lines';

const RUNS = 7;

/** What stands there once the view does. Between two openings the Members stand: no list at all. */
const viewsOf = ({ projectId, labelId, filterIds }: Life): readonly [string, string, string][] => [
  ['Today', '/today', ROW],
  ['Inbox', '/inbox', HEAD],
  ['Upcoming', '/upcoming', ROW],
  ['project', `/p/${projectId}`, ROW],
  ['board', `/p/${projectId}/board`, CARD],
  ['label', `/labels/${labelId}`, ROW],
  ['assigned', '/assigned', ROW],
  ...Object.entries(filterIds).map(([name, id]): [string, string, string] => [name, `/f/${id}`, ROW]),
  ['completed', '/completed', HEAD],
  ['trash', '/trash', HEAD],
  ['projects', '/projects', HEAD],
  ['search', '/search', '[role=combobox]'],
  ['sync', '/sync', HEAD],
  ['settings', '/settings', HEAD],
];
const HEAD = 'h1';
const ROW = 'main [data-row]';
const CARD = 'main [data-card]';

export async function views(device: Device): Promise<readonly Reading[]> {
  const page = await device.open('/today');
  await page.locator(ROW).first().waitFor();
  await page.waitForTimeout(2_000);
  const took: [string, number][] = [];
  for (const [name, path, selector] of viewsOf(device.life))
    took.push([name, sample(await openings(page, path, selector)).median]);
  const { projectId } = device.life;
  took.push([
    'task',
    sample(await openings(page, null, '[role=textbox], textarea', `/p/${projectId}`)).median,
  ]);
  await page.close();
  took.sort(([, a], [, b]) => b - a);
  return [
    {
      name: 'views',
      values: took.map(([, time]) => time),
      detail: took.map(([name, time]) => `${name} ${ms(time)}`).join(', '),
    },
  ];
}

async function openings(
  page: Page,
  path: string | null,
  selector: string,
  from = '/members',
): Promise<number[]> {
  const times: number[] = [];
  for (let run = 0; run <= RUNS; run += 1) {
    await go(page, from);
    await page
      .locator(path === null ? ROW : 'h1')
      .first()
      .waitFor();
    await pause(page);
    const to = path ?? `/t/${await page.locator(ROW).nth(run).getAttribute('data-row')}`;
    times.push(
      await page.evaluate(
        async ([to, selector]) => {
          const began = performance.now();
          const title = document.querySelector('h1');
          const shown = window.probe.shown(
            selector,
            1,
            () => document.querySelector('h1') !== title || to.startsWith('/t/'),
          );
          history.pushState(null, '', to);
          return (await shown).painted - began;
        },
        [to, selector] as const,
      ),
    );
  }
  // The first opening fetches nothing new, but compiles.
  return times.slice(1);
}

const go = (page: Page, path: string): Promise<void> =>
  page.evaluate((to) => history.pushState(null, '', to), path);
