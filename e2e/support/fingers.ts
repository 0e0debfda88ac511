/** Fingers on a touch screen, as the browser itself hears them: a page's own synthetic events would move no gesture. */
import type { CDPSession, Locator, Page } from '@playwright/test';

export interface Spot {
  readonly x: number;
  readonly y: number;
}

export interface Finger {
  readonly down: (at: Spot) => Promise<void>;
  /** In small steps, as a finger goes. */
  readonly moveTo: (to: Spot) => Promise<void>;
  readonly up: () => Promise<void>;
}

export async function fingerOn(page: Page): Promise<Finger> {
  const session: CDPSession = await page.context().newCDPSession(page);
  let at: Spot = { x: 0, y: 0 };
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: Spot[]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints });
  return {
    down: async (spot) => {
      at = spot;
      await send('touchStart', [spot]);
    },
    moveTo: async (to) => {
      const from = at;
      const steps = 8;
      for (let step = 1; step <= steps; step += 1) {
        at = {
          x: from.x + ((to.x - from.x) * step) / steps,
          y: from.y + ((to.y - from.y) * step) / steps,
        };
        await send('touchMove', [at]);
      }
    },
    up: async () => {
      await send('touchEnd', []);
    },
  };
}

/** The middle of something on the screen, or a part of the way into it. */
export async function spotOn(locator: Locator, across = 0.5, down = 0.5): Promise<Spot> {
  const box = await locator.boundingBox();
  if (!box) throw new Error('not on the screen');
  return { x: box.x + box.width * across, y: box.y + box.height * down };
}
