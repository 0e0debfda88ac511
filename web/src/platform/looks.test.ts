import { expect, it } from 'vitest';
import { lastLooks } from './looks';

it.each([
  ['', {}],
  [
    'other=1; looks=theme-dark.density-compact.view-inbox',
    { theme: 'dark', density: 'compact', view: 'inbox' },
  ],
  ['looks=theme-light; other=2', { theme: 'light' }],
  ['mylooks=theme-dark', {}],
])('the cookie %s', (cookie, expected) => {
  expect(lastLooks(cookie)).toStrictEqual(expected);
});
