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

export function findChromium(): string | null {
  const candidates = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', chromium.executablePath()];
  return candidates.find((file) => file !== undefined && file !== '' && existsSync(file)) ?? null;
}

/** The path of a Chromium that is there now, installing Debian's if need be; null with the reason printed. */
export function ensureChromium(say: (line: string) => void): string | null {
  const present = findChromium();
  if (present) return present;
  aptInstall(['chromium', 'fonts-liberation'], say);
  const installed = findChromium();
  if (!installed) say('No Chromium. Install one, or name it in CHROMIUM_PATH.');
  return installed;
}
