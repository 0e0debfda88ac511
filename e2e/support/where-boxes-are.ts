/** What a page's boxes say of its layout, in words that a failing test can show. */
import type { Page } from '@playwright/test';

/** What reaches beyond the window at a side, unless it lies in something that scrolls or clips there. */
export const beyondTheWindow = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const isWithin = (element: Element) => {
      const { left, right } = element.getBoundingClientRect();
      return left >= -1 && right <= width + 1;
    };
    const isHeld = (element: Element): boolean => {
      const parent = element.parentElement;
      if (!parent) return false;
      const clips = !['visible', 'clip'].includes(getComputedStyle(parent).overflowX);
      return (clips && isWithin(parent)) || isHeld(parent);
    };
    const found = [...document.querySelectorAll('body *')]
      .filter((element) => element.getClientRects().length > 0 && !isWithin(element) && !isHeld(element))
      .map((element) => `${element.tagName}.${element.getAttribute('class')}`);
    const scroll = document.querySelector('.scroll');
    return scroll && scroll.scrollWidth > scroll.clientWidth + 1
      ? [...found, 'the page scrolls sideways']
      : found;
  });

/** Which of these lie over one another. */
export const overlapping = (page: Page, selector: string): Promise<string[]> =>
  page.evaluate((selector) => {
    const named = [...document.querySelectorAll(selector)]
      .map((element) => ({ name: element.textContent?.trim(), box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && box.height > 0);
    const lieOver = (a: DOMRect, b: DOMRect) =>
      Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
      Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
    return named.flatMap((one, at) =>
      named
        .slice(at + 1)
        .filter((other) => lieOver(one.box, other.box))
        .map((other) => `${one.name} / ${other.name}`),
    );
  }, selector);
