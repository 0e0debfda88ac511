import { afterEach, expect, it } from 'vitest';
import { language } from './language';
import { inARow, listed } from './list';

afterEach(() => language.set('en'));

it('lists things as the language on the screen does', () => {
  expect(listed(['rope', 'shackles', 'paint'])).toBe('rope, shackles and paint');
  expect(inARow(['rope', 'shackles', 'paint'])).toBe('rope, shackles, paint');
  language.set('ja');
  expect(listed(['rope', 'paint'])).toBe('rope、paint');
  expect(inARow(['rope', 'paint'])).toBe('rope paint');
});
