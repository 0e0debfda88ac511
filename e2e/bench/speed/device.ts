/** A device that holds all tasks of a life, behind a network that can be cut; its processor may be held back. */
import type { BrowserContext, Page } from '@playwright/test';
import { type FlakyProxy, startFlakyProxy } from '../../support/flaky-proxy';
import { controlled } from '../../support/people';
import type { RunningApp } from '../../support/start-app';
import { syncEverything } from '../scenarios/first-sync';
import type { Life } from './life';

export interface Device {
  readonly life: Life;
  readonly url: string;
  readonly context: BrowserContext;
  /** A page on that address, with the probe; the processor as slow as the column says. */
  readonly open: (path: string) => Promise<Page>;
  /** As a fresh start of the app finds it: nothing but the page's own bytes. */
  readonly blank: () => Promise<Page>;
  readonly offline: () => void;
  readonly online: () => void;
}

export interface SyncedDevice {
  /** The same device with its processor at 1/`slower`. */
  readonly at: (slower: number) => Device;
  readonly close: () => Promise<void>;
}

export async function syncDevice(
  context: BrowserContext,
  app: RunningApp,
  life: Life,
): Promise<SyncedDevice> {
  const network = await startFlakyProxy(app.port);
  const page = await context.newPage();
  await syncEverything(page, network.url, life.email, life.tasks);
  await controlled(page);
  await page.close();
  return {
    at: (slower) => deviceAt(context, network, life, slower),
    async close() {
      await context.close();
      await network.close();
    },
  };
}

export function deviceAt(
  context: BrowserContext,
  network: Pick<FlakyProxy, 'url' | 'up' | 'down'>,
  life: Life,
  slower: number,
): Device {
  const blank = async () => {
    const page = await context.newPage();
    if (slower === 1) return page;
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
    return page;
  };
  return {
    life,
    url: network.url,
    context,
    blank,
    async open(path) {
      const page = await blank();
      await page.goto(`${network.url}${path}`);
      return page;
    },
    offline: network.down,
    online: () => network.up(),
  };
}
