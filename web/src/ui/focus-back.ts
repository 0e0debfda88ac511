/**
 * Where the focus goes when a menu or popover closes: to what opened it. What was chosen may have moved it already, to
 * the field that it wrote into: then nowhere.
 */
export function focusBack(anchor: Element | null): HTMLElement | false {
  const at = document.activeElement;
  const movedOn = at !== null && at !== document.body && at.closest('.menu') === null;
  return !movedOn && anchor instanceof HTMLElement ? anchor : false;
}
