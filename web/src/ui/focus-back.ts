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

let onItsWay: Element | null = null;

/** A dialog fades: it has given the focus up, and the page takes it only once it is gone. */
export function focusGoesTo(before: Element | null): void {
  onItsWay = before;
}

/** What has the focus, or has it again in a moment. */
export function focusedSoon(): Element | null {
  const at = document.activeElement;
  return at === document.body && onItsWay?.isConnected ? onItsWay : at;
}

/**
 * Where the focus goes when a dialog closes: to what had it before, unless somebody has moved it on already. A place
 * that takes the focus by script alone (the page, the panel) has it again itself, not the first control within; what
 * went meanwhile leaves it to the next row, or the page. True: as ever.
 */
export function focusBefore(before: Element | null, dialog: Element | null): boolean {
  onItsWay = null;
  const at = document.activeElement;
  const movedOn = at !== null && at !== document.body && !dialog?.contains(at);
  if (movedOn && at.closest('.menu') === null) return false;
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
