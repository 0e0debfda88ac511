import { expect, it } from 'vitest';
import { habitsOf } from './reading-habits';

it.each([
  [['en-US', 'de'], 0, false],
  [['en-GB'], 1, true],
  [['de-DE'], 1, true],
  [[], 0, false],
])('%j begins the week on day %i', (languages, weekStart, dayFirst) => {
  expect(habitsOf(languages)).toEqual({ weekStart, dayFirst });
});

it('begins the week as its reader chose, whatever the language', () => {
  expect(habitsOf(['en-US'], 'saturday')).toEqual({ weekStart: 6, dayFirst: false });
});
