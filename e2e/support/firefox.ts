/** Which Firefox drives the browser tests' core: FIREFOX_PATH or Debian's. Playwright speaks WebDriver BiDi with it. */
import { existsSync } from 'node:fs';
import { aptInstall } from './apt';

export function findFirefox(): string | null {
  const candidates = [process.env.FIREFOX_PATH, '/usr/bin/firefox-esr', '/usr/bin/firefox'];
  return candidates.find((file) => file !== undefined && file !== '' && existsSync(file)) ?? null;
}

export function ensureFirefox(say: (line: string) => void, withinMs?: number): boolean {
  return findFirefox() !== null || (aptInstall(['firefox-esr'], say, withinMs) && findFirefox() !== null);
}
