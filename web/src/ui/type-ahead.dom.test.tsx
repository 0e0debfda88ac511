import { fireEvent } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { catchTyping } from './type-ahead';

let field: HTMLTextAreaElement;
const inSilence = new AbortController();
beforeEach(() => {
  field = document.createElement('textarea');
});
afterEach(() => field.remove());

/** As a keyboard does it: what nobody takes goes to whatever has the focus. */
function press(key: string): void {
  const taken = !fireEvent.keyDown(document.activeElement ?? document.body, { key });
  if (!taken && document.activeElement === field) field.value += key;
}

it('letters typed before the field is there stand in it, in order', () => {
  catchTyping();
  for (const key of 'Fix') press(key);
  document.body.append(field);
  field.focus();
  for (const key of ' it') press(key);
  expect(field.value).toBe('Fix it');
});

it('also where the window says nothing of the focus, because another one is in front', () => {
  window.addEventListener('focusin', (event) => event.stopImmediatePropagation(), {
    capture: true,
    signal: inSilence.signal,
  });
  catchTyping();
  for (const key of 'Fix') press(key);
  document.body.append(field);
  field.focus();
  for (const key of ' it') press(key);
  expect(field.value).toBe('Fix it');
  inSilence.abort();
});
