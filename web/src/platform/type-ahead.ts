/**
 * Letters typed between the key that opens a field and the field's focus: nobody waits for a sheet to appear. They
 * are caught, and handed over once the field has the focus.
 */
let caught = '';
let listening = false;
/** Where the field never comes, the keys are free again. */
const PATIENCE_MS = 5_000;
let patience: ReturnType<typeof setTimeout> | undefined;

const isField = (element: Element | null): boolean =>
  element instanceof HTMLElement &&
  (element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName));

function onKey(event: KeyboardEvent): void {
  if (isField(document.activeElement) || event.ctrlKey || event.metaKey || event.altKey || event.isComposing)
    return;
  if (event.key === 'Escape') stopCatching();
  else if (event.key === 'Backspace') caught = caught.slice(0, -1);
  else if ([...event.key].length === 1) caught += event.key;
  else return;
  if (event.key === 'Escape') return;
  event.preventDefault();
  event.stopPropagation();
}

/** Call where a field is about to open. */
export function catchTyping(): void {
  caught = '';
  clearTimeout(patience);
  patience = setTimeout(stopCatching, PATIENCE_MS);
  if (listening) return;
  listening = true;
  window.addEventListener('keydown', onKey, true);
}

function stopCatching(): void {
  listening = false;
  clearTimeout(patience);
  window.removeEventListener('keydown', onKey, true);
}

/** Hands what was caught to `take` as soon as `field` has the focus. @returns a function that gives up waiting. */
export function handOver(field: () => HTMLElement | null, take: (typed: string) => void): () => void {
  const look = () => {
    const element = field();
    if (element === null || document.activeElement !== element) return;
    document.removeEventListener('focusin', look);
    stopCatching();
    const typed = caught;
    caught = '';
    if (typed !== '') take(typed);
  };
  document.addEventListener('focusin', look);
  look();
  return () => {
    document.removeEventListener('focusin', look);
    stopCatching();
  };
}
