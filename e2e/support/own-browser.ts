/**
 * A Chromium of its own with a profile on disk, for what a browser context cannot show: SIGKILL, a profile that is
 * copied, a tab that freezes. Ends with the test.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { chromiumArgs, findChromium } from './chromium';

export interface OwnBrowser {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly pid: number;
  /** As a battery that falls out: no handler runs. */
  readonly kill: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface Profile {
  readonly folder: string;
  readonly open: (url: string) => Promise<OwnBrowser>;
  /** The whole folder, as a backup tool or a new laptop has it. Close the browser first. */
  readonly copy: () => Profile;
  readonly remove: () => void;
}

export const newProfile = (): Profile => profileAt(mkdtempSync(path.join(tmpdir(), 'holdfast-profile-')));

function profileAt(folder: string): Profile {
  return {
    folder,
    async open(url) {
      const executablePath = findChromium();
      const context = await chromium.launchPersistentContext(folder, {
        args: [...chromiumArgs],
        baseURL: url,
        viewport: { width: 1280, height: 800 },
        ...(executablePath ? { executablePath } : {}),
      });
      const [page = await context.newPage()] = context.pages();
      const pid = await pidOf(context);
      return {
        context,
        page,
        pid,
        async kill() {
          const gone = new Promise<void>((resolve) => context.once('close', () => resolve()));
          process.kill(pid, 'SIGKILL');
          await gone;
        },
        close: () => context.close(),
      };
    },
    copy() {
      const other = mkdtempSync(path.join(tmpdir(), 'holdfast-profile-'));
      cpSync(folder, other, {
        recursive: true,
        filter: (file) => !path.basename(file).startsWith('Singleton'),
      });
      return profileAt(other);
    },
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}

async function pidOf(context: BrowserContext): Promise<number> {
  const browser = context.browser();
  if (!browser) throw new Error('a persistent context without its browser');
  const line = await browser.newBrowserCDPSession();
  const { processInfo } = await line.send('SystemInfo.getProcessInfo');
  const own = processInfo.find(({ type }) => type === 'browser');
  if (!own) throw new Error('no browser process');
  return own.id;
}
