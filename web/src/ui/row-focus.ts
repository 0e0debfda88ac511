/**
 * Where the focus is among the rows or cards of the page, and where it goes when its row does: moved to another day,
 * put into another list, deleted elsewhere. To the same row where it stands anew, else to the next, else to the one
 * before, else to the page. Whoever works by keyboard goes on from there instead of from the top of the page.
 */
import { useEffect, useLayoutEffect, useRef } from 'react';

const ITEMS = '.main [data-row], .main [data-card]';
const LINKS = '.row-main, .card-title';

interface Held {
  readonly link: HTMLElement;
  readonly id: string;
  /** As they stood when it took the focus. */
  readonly order: readonly string[];
  /** No row was left to take it on: the page keeps it until one is there. */
  readonly withPage?: boolean;
}

let held: Held | null = null;

/** The link of the row that has the focus, or had it last and still stands there. */
export function heldLink(): HTMLElement | null {
  return held?.link.isConnected ? held.link : null;
}

/** Puts the focus on a row's or card's link; false where it is not on the page. */
export function focusRow(id: string): boolean {
  const link = linkOf(id);
  link?.focus();
  return link !== null;
}

/**
 * What a row opened closes: once it is gone, back to the row, else to the one that had the focus last, else to the page.
 * What was opened in the same breath (Escape, N) keeps the focus that it took.
 */
export function focusListSoon(id: string): void {
  const had = document.activeElement;
  setTimeout(() => {
    if (document.activeElement !== had && !isLost()) return;
    if (!focusRow(id)) (heldLink() ?? document.getElementById('main'))?.focus();
  });
}

/** Listens to where the focus goes, once for the page; returns what ends it. */
export function watchRowFocus(): () => void {
  const onFocus = ({ target }: FocusEvent) => {
    const item = target instanceof Element ? target.closest<HTMLElement>(ITEMS) : null;
    const link = item?.querySelector<HTMLElement>(LINKS);
    if (!item || !link) return;
    const items = [...document.querySelectorAll<HTMLElement>(ITEMS)];
    held = { link, id: idOf(item), order: items.map(idOf) };
  };
  // A palette or menu closed over a row that left meanwhile.
  const onLost = ({ relatedTarget }: FocusEvent) => {
    if (relatedTarget === null) setTimeout(passOnFocus);
  };
  document.addEventListener('focusin', onFocus);
  document.addEventListener('focusout', onLost);
  return () => {
    document.removeEventListener('focusin', onFocus);
    document.removeEventListener('focusout', onLost);
    held = null;
  };
}

/** Rows of a list came or went, or all of it: what stands there instead is no row. */
export function usePassOnFocus(ids: readonly string[]): void {
  const before = useRef(ids);
  useLayoutEffect(() => {
    if (before.current === ids) return;
    before.current = ids;
    passOnFocus();
  }, [ids]);
  useEffect(() => () => void setTimeout(giveToPage), []);
}

/** Another screen: what took the focus along there gives it to the page, not to the top of the window. */
export function useFocusOnScreen(screen: string): void {
  const before = useRef(screen);
  useEffect(() => {
    if (before.current === screen) return;
    before.current = screen;
    held = null;
    if (isLost()) document.getElementById('main')?.focus({ preventScroll: true });
  }, [screen]);
}

/** What had the focus went: the next row has it, else the page. */
export function passFocusOn(): void {
  passOnFocus();
  if (isLost()) document.getElementById('main')?.focus({ preventScroll: true });
}

function passOnFocus(): void {
  if (!held || held.link.isConnected || !isLost()) return;
  const { id, order } = held;
  const at = order.indexOf(id);
  const heirs = [id, ...order.slice(at + 1), ...order.slice(0, Math.max(0, at)).reverse()];
  for (const heir of heirs) if (focusRow(heir)) return;
  giveToPage();
}

/** No row is left: Tab goes on in the page's content, not at the top of the window. */
function giveToPage(): void {
  if (!held || held.link.isConnected || !isLost()) return;
  document.getElementById('main')?.focus({ preventScroll: true });
  held = { ...held, withPage: true };
}

const isLost = (): boolean =>
  document.activeElement === null ||
  document.activeElement === document.body ||
  (held?.withPage === true && document.activeElement.id === 'main');

const idOf = ({ dataset }: HTMLElement): string => dataset['row'] ?? dataset['card'] ?? '';

function linkOf(id: string): HTMLElement | null {
  const name = CSS.escape(id);
  const item = document.querySelector(`.main [data-row="${name}"], .main [data-card="${name}"]`);
  return item?.querySelector<HTMLElement>(LINKS) ?? null;
}
