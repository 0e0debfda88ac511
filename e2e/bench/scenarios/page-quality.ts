/** Lighthouse as a phone would see the first two pages: a fresh profile, the network and processor of its mobile preset. */
import { chromium } from '@playwright/test';
import lighthouse from 'lighthouse';
import { freePort } from '../../../api/src/testing/free-port';
import { chromiumArgs, ensureChromium } from '../../support/chromium';
import { type Line, scoreLine } from '../numbers';
import type { Scenario } from '../world';

const RUNS = 3;
const PAGES = { welcome: '/welcome', Today: '/today' } as const;
/** Of a hundred. */
const GOALS = { performance: 95, accessibility: 100, 'best-practices': 100 } as const;
type Category = keyof typeof GOALS;
const categories = Object.keys(GOALS) as Category[];

export const pageQuality: Scenario = async ({ app, say }) => {
  const executablePath = ensureChromium(say, { whole: true });
  if (!executablePath) throw new Error('no Chromium');
  const port = await freePort();
  const browser = await chromium.launch({
    executablePath,
    args: [...chromiumArgs, `--remote-debugging-port=${port}`],
  });
  const lines: Line[] = [];
  try {
    for (const [name, path] of Object.entries(PAGES)) {
      const scores: Record<Category, number[]> = { performance: [], accessibility: [], 'best-practices': [] };
      for (let run = 0; run < RUNS; run++) {
        const result = await audit(`${app.url}${path}`, port, say);
        for (const category of categories) {
          const { score = null, auditRefs = [] } = result?.lhr.categories[category] ?? {};
          scores[category].push(Math.round((score ?? 0) * 100));
          for (const { id } of run === 0 ? auditRefs : []) {
            const found = result?.lhr.audits[id];
            if (found && found.score !== null && found.score < 0.9) say(`${name}: ${found.title}`);
          }
        }
      }
      for (const category of categories)
        lines.push(scoreLine(`Lighthouse, ${name}: ${category}`, scores[category], GOALS[category]));
    }
  } finally {
    await browser.close();
  }
  return lines;
};

/** Where a tab was not in sight Lighthouse sees no paint and judges nothing: it looks again. */
async function audit(url: string, port: number, say: (line: string) => void) {
  for (let attempt = 1; ; attempt += 1) {
    const result = await lighthouse(url, {
      port,
      output: 'json',
      logLevel: 'error',
      onlyCategories: categories,
    });
    const trouble = result?.lhr.runtimeError;
    if (!trouble || attempt === ATTEMPTS) return result;
    say(`Lighthouse looks again: ${trouble.code}`);
  }
}
const ATTEMPTS = 3;
