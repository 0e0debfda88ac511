/**
 * Tab in what floats beside its button: from its last control to its first, and back. It lies at the end of the
 * document, so that the next stop outside would be the top of the window, with it still open.
 */
import type { KeyboardEvent } from 'react';

export function tabWithin(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Tab' || event.altKey || event.ctrlKey || event.metaKey) return;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>(STOPS)].filter(isThere);
  const [first, last] = [stops[0], stops.at(-1)];
  const [end, start] = event.shiftKey ? [first, last] : [last, first];
  const at = document.activeElement;
  // On what floats itself nothing has been reached yet.
  if (at !== end && !(event.shiftKey && at === event.currentTarget)) return;
  event.preventDefault();
  start?.focus();
}

const STOPS = ['a[href]', 'button', 'input', 'select', 'textarea', '[tabindex]']
  .map((each) => `${each}:not(:disabled, [tabindex="-1"])`)
  .join();

const isThere = (element: HTMLElement): boolean =>
  !element.closest('[hidden], [inert], [aria-hidden="true"]');
