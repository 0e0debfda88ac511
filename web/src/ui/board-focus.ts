/** The keyboard on a board: which card has the focus. */
import type { KeyboardEvent } from 'react';

/** Puts the focus on a card's link, wherever the card stands by now. */
export function focusCard(id: string): void {
  document.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"] .card-title`)?.focus();
}

/** Arrow keys: to the card above, below and beside. */
export function moveCardFocus(event: KeyboardEvent<HTMLElement>): void {
  const link = event.target instanceof Element ? event.target.closest('.card-title') : null;
  const column = link?.closest('.board-col');
  if (!link || !column || event.altKey || event.ctrlKey || event.metaKey) return;
  const titles = (of: Element) => [...of.querySelectorAll<HTMLElement>('.card-title')];
  const own = titles(column);
  const row = own.indexOf(link as HTMLElement);
  const next = () => {
    if (event.key === 'ArrowDown') return own[row + 1];
    if (event.key === 'ArrowUp') return own[row - 1];
    const forwards = (event.key === 'ArrowRight') === (getComputedStyle(column).direction !== 'rtl');
    for (let beside = sibling(column, forwards); beside; beside = sibling(beside, forwards)) {
      const cards = titles(beside);
      if (cards.length > 0) return cards[Math.min(row, cards.length - 1)];
    }
    return undefined;
  };
  if (!event.key.startsWith('Arrow')) return;
  event.preventDefault();
  next()?.focus();
}

const sibling = (column: Element, forwards: boolean): Element | null =>
  forwards ? column.nextElementSibling : column.previousElementSibling;
