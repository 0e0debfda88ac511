import { passFocusOn } from './row-focus';

/**
 * Where the focus goes when a menu or popover closes: to what opened it. What was chosen may have moved it already, to
 * the field that it wrote into: then nowhere.
 */
export function focusBack(anchor: Element | null): HTMLElement | false {
  const at = document.activeElement;
  const movedOn = at !== null && at !== document.body && at.closest('.menu') === null;
  return !movedOn && anchor instanceof HTMLElement ? anchor : false;
}

/**
 * Where the focus goes when a dialog closes: to what had it before. A place that takes the focus by script alone (the
 * page, the panel) has it again itself, not the first control within; what went meanwhile leaves it to the next row, or
 * the page. True: as ever.
 */
export function focusBefore(before: Element | null): boolean {
  if (!(before instanceof HTMLElement) || before === document.body) return true;
  // What was chosen in a menu: the menu's button is known to have had it before.
  if ((before.isConnected && before.tabIndex >= 0) || before.closest('.menu')) return true;
  // Until the dialog is gone, the page takes no focus.
  setTimeout(() => {
    if (document.activeElement !== document.body) return;
    if (before.isConnected) before.focus({ preventScroll: true });
    else passFocusOn();
  });
  return false;
}
