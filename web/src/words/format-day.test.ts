import { expect, it } from 'vitest';
import { formatDay } from './format-day';

it('names a day, with the year where it is another', () => {
  expect(formatDay('en', '2026-03-13', '2026-03-12', 'long')).toBe('Friday 13 March');
  expect(formatDay('en', '2027-01-01', '2026-03-12', 'long')).toBe('Friday, 1 January 2027');
  expect(formatDay('de', '2026-03-13', '2026-03-12', 'long')).toBe('Freitag, 13. März');
  expect(formatDay('en', '2026-03-13', '2026-03-12', 'short')).toBe('Fri 13 Mar');
});
