/** Steps through the rows of the page, by what has the focus. */

/** Moves the focus to the next or previous row of the page; from nowhere to its first. */
export function moveRowFocus(by: 1 | -1): boolean {
  const links = [...document.querySelectorAll<HTMLElement>('.main .row-main')];
  const row = document.activeElement?.closest('.row') ?? null;
  const at = links.findIndex((link) => link.closest('.row') === row);
  const next = at === -1 ? links[0] : links[at + by];
  if (!next) return at !== -1;
  next.focus();
  next.closest('.row')?.scrollIntoView({ block: 'nearest' });
  return true;
}

/** Presses the check of the focused row, as a pointer would: the row then rests and closes up in the same way. */
export function pressRowCheck(): boolean {
  const row = document.activeElement?.closest('.row');
  const check = row?.querySelector<HTMLElement>(':scope > .check');
  // The check itself answers Space.
  if (!check || document.activeElement === check) return false;
  check.click();
  return true;
}
