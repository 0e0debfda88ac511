/**
 * Letters typed between the press that opens a field and the field's focus: nobody waits for a sheet to appear. They
 * are caught, and stand in the first field that gets the focus.
 */
import { isComposing } from './composing';

let caught = '';
let listening = false;
/** Where the field never comes, the keys are free again. */
const PATIENCE_MS = 5_000;
let patience: ReturnType<typeof setTimeout> | undefined;

/** Call where a field is about to open; a second call on the way to the same field changes nothing. */
export function catchTyping(): void {
  if (listening || isField(document.activeElement)) return;
  listening = true;
  patience = setTimeout(stopCatching, PATIENCE_MS);
  window.addEventListener('keydown', onKey, true);
  window.addEventListener('pointerdown', stopCatching, true);
  document.addEventListener('focusin', onFocus);
}

/** The same for a key that was pressed earlier still, and is only now looked at; false where no field is about to open. */
export function typedAhead(key: string): boolean {
  if (!listening || [...key].length !== 1) return false;
  caught += key;
  return true;
}

function stopCatching(): void {
  listening = false;
  caught = '';
  clearTimeout(patience);
  window.removeEventListener('keydown', onKey, true);
  window.removeEventListener('pointerdown', stopCatching, true);
  document.removeEventListener('focusin', onFocus);
}

function onKey(event: KeyboardEvent): void {
  // A window that is not in front moves its focus without saying so: the field is there, and the key is its own.
  if (isField(document.activeElement)) {
    handOver(document.activeElement);
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || isComposing(event)) return;
  if (event.key === 'Escape') {
    stopCatching();
    return;
  }
  if (event.key === 'Backspace') caught = caught.slice(0, -1);
  else if ([...event.key].length === 1) caught += event.key;
  // Enter would press the button that is still focused, and close what is about to open.
  else if (event.key !== 'Enter') return;
  event.preventDefault();
  event.stopPropagation();
}

function onFocus({ target }: FocusEvent): void {
  if (isField(target)) handOver(target);
}

function handOver(target: HTMLInputElement | HTMLTextAreaElement): void {
  const typed = caught;
  stopCatching();
  if (typed === '') return;
  const end = target.value.length;
  target.setRangeText(typed, end, end, 'end');
  target.dispatchEvent(new InputEvent('input', { bubbles: true, data: typed, inputType: 'insertText' }));
}

const texts = /^(text|search|email|password|url|tel)$/;
const isField = (target: EventTarget | null): target is HTMLInputElement | HTMLTextAreaElement =>
  target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && texts.test(target.type));
