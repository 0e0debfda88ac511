/** What a page's boxes say of its layout, in words that a failing test can show. */
import type { Page } from '@playwright/test';

/**
 * What reaches beyond the window at a side, or beyond the page that scrolls up and down in it, unless it lies in
 * something that scrolls or clips there.
 */
export const beyondTheWindow = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const scroll = document.querySelector('.scroll');
    const isWithin = (element: Element, { left, right }: { left: number; right: number }) => {
      const box = element.getBoundingClientRect();
      return box.left >= left - 1 && box.right <= right + 1;
    };
    const isHeld = (element: Element, within: { left: number; right: number }): boolean => {
      const parent = element.parentElement;
      if (!parent || parent === scroll) return false;
      const clips = !['visible', 'clip'].includes(getComputedStyle(parent).overflowX);
      return (clips && isWithin(parent, within)) || isHeld(parent, within);
    };
    return [...document.querySelectorAll('body *')]
      .filter((element) => {
        const room = (scroll?.contains(element) ? scroll : document.documentElement).getBoundingClientRect();
        return element.getClientRects().length > 0 && !isWithin(element, room) && !isHeld(element, room);
      })
      .map((element) => `${element.tagName}.${element.getAttribute('class')}`);
  });

/** Which of these lie over one another, or nearer than that beside each other. */
export const tooNear = (page: Page, selector: string, apart: number): Promise<string[]> =>
  page.evaluate(
    ([selector, apart]) => {
      const named = [...document.querySelectorAll(selector)]
        .map((element) => ({ name: element.textContent?.trim(), box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0 && box.height > 0);
      const lieOver = (a: DOMRect, b: DOMRect) =>
        Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 - apart &&
        Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
      return named.flatMap((one, at) =>
        named
          .slice(at + 1)
          .filter((other) => lieOver(one.box, other.box))
          .map((other) => `${one.name} / ${other.name}`),
      );
    },
    [selector, apart] as const,
  );
