/** Nothing for axe to find on what is on the screen. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** @param within only in there: what lies over a page that was looked at already */
export async function nothingFound(page: Page, where: string, within?: string): Promise<void> {
  expect(await faults(page, within), where).toEqual([]);
}

/** In the other theme too, which differs in its colours alone. */
export async function nothingFoundInBoth(page: Page, where: string, within?: string): Promise<void> {
  await nothingFound(page, where, within);
  const dark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  await page.emulateMedia({ colorScheme: dark ? 'light' : 'dark' });
  expect(await faults(page, within, 'color-contrast'), `${where}, other theme`).toEqual([]);
  await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
}

/** Colours on their way from one theme to the other are nobody's colours. */
const atRest = (page: Page): Promise<unknown> =>
  page.evaluate(() => {
    const ending = document
      .getAnimations()
      .filter(
        ({ playState, effect }) => playState === 'running' && effect?.getTiming().iterations !== Infinity,
      );
    return Promise.all(ending.map((animation) => animation.finished.catch(() => null)));
  });

async function faults(page: Page, within?: string, rule?: string): Promise<string[]> {
  await atRest(page);
  // There are no frames, so no second page is needed to gather what they say; what passes is not asked for.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  if (within) axe.include(within);
  if (rule) axe.withRules(rule);
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
}
