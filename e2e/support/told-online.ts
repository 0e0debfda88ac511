import type { Page } from '@playwright/test';

/** What a browser says when its connection is back. Through a proxy it cannot know, and asks again when its wait is over. */
export const toldOnline = (page: Page): Promise<boolean> =>
  page.evaluate(() => dispatchEvent(new Event('online')));
