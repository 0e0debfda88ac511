import { expect, it } from 'vitest';
import { understood } from './preferences';

it('what is stored and not understood counts as not chosen', () => {
  expect(understood('theme', 'dark')).toBe('dark');
  expect(understood('theme', 'neon')).toBe('system');
  expect(understood('letterKeys', 0)).toBe(true);
  expect(understood('letterKeys', false)).toBe(false);
  expect(understood('recentSearches', 'rope')).toEqual([]);
  expect(understood('hours', undefined)).toBe('24');
});
