/**
 * Which Chromium drives the browser tests: CHROMIUM_PATH, Debian's, or Playwright's own; where there is none,
 * the system's package manager brings it.
 */
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { aptInstall } from './apt';

/** Quiet and alone: no calls home, no GPU, and no sandbox where root runs it. */
export const chromiumArgs: readonly string[] = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const windowless = '/usr/bin/chromium-headless-shell';

/**
 * @param whole the browser that people use, for what is measured; otherwise Debian's build without windows goes first:
 *   the same engine, for two thirds of the work (decision 154)
 */
export function findChromium({ whole = false } = {}): string | null {
  const candidates = [
    process.env.CHROMIUM_PATH,
    ...(whole ? [] : [windowless]),
    '/usr/bin/chromium',
    chromium.executablePath(),
  ];
  return candidates.find((file) => file !== undefined && file !== '' && existsSync(file)) ?? null;
}

/** The path of a Chromium that is there now, installing Debian's if need be; null with the reason printed. */
export function ensureChromium(say: (line: string) => void, { whole = false } = {}): string | null {
  const present = findChromium({ whole });
  if (present) return present;
  aptInstall([whole ? 'chromium' : 'chromium-headless-shell', 'fonts-liberation'], say);
  const installed = findChromium({ whole });
  if (!installed) say('No Chromium. Install one, or name it in CHROMIUM_PATH.');
  return installed;
}
