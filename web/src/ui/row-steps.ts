/** Steps through the rows of the page, or the lines that lead somewhere, by what has the focus. */
import { heldLink } from './row-focus';

/**
 * Moves the focus to the next or previous row of the page, or card of its column: from the one that has it or had it
 * last, from nowhere to the first.
 */
export function moveRowFocus(by: 1 | -1): boolean {
  const from = document.activeElement?.closest(`.main :is(${ITEMS})`) ?? heldLink()?.closest(ITEMS) ?? null;
  const column = from?.closest('.board-col');
  const all = [...document.querySelectorAll<HTMLElement>(STEPS)];
  const links = column ? all.filter((link) => column.contains(link)) : all;
  const at = links.findIndex((link) => link.closest(ITEMS) === from);
  const next = at === -1 ? links[0] : links[at + by];
  if (!next) return at !== -1;
  next.focus();
  next.closest(ITEMS)?.scrollIntoView({ block: 'nearest' });
  return true;
}

const ITEMS = '.row, .card, a.line';
const STEPS = '.main :is(.row-main, .card-title, a.line)';

/** Presses the check of the focused row, as a pointer would: the row then rests and closes up in the same way. */
export function pressRowCheck(): boolean {
  const row = document.activeElement?.closest('.row');
  const check = row?.querySelector<HTMLElement>(':scope > .check');
  // The check itself answers Space.
  if (!check || document.activeElement === check) return false;
  check.click();
  return true;
}
