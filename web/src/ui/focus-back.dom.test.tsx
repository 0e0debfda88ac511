import { afterEach, expect, it } from 'vitest';
import { focusBack } from './focus-back';

afterEach(() => {
  document.body.innerHTML = '';
});

it('a menu that closes gives the focus back, unless what was chosen has moved it on', () => {
  document.body.innerHTML =
    '<button id="opens"></button><input id="line" /><div class="menu"><button id="item"></button></div>';
  const opens = document.getElementById('opens');
  expect(focusBack(opens)).toBe(opens);
  document.getElementById('item')?.focus();
  expect(focusBack(opens)).toBe(opens);
  document.getElementById('line')?.focus();
  expect(focusBack(opens)).toBe(false);
});
