import { describe, expect, it } from 'vitest';
import { moveMonths, stepOf, weeksOf } from './month';

describe('the weeks of a month', () => {
  it('begin on the day that weeks begin on', () => {
    // March 2026 begins on a Sunday.
    expect(weeksOf('2026-03-13', 0)[0]?.[0]).toBe('2026-03-01');
    expect(weeksOf('2026-03-13', 1)[0]?.[0]).toBe('2026-02-23');
    expect(weeksOf('2026-03-13', 6)[0]?.[0]).toBe('2026-02-28');
  });

  it('hold every day of it once, and whole weeks', () => {
    for (const month of ['2026-02-01', '2024-02-10', '2026-03-31', '2025-12-24'])
      for (const weekStart of [0, 1, 6]) {
        const days = weeksOf(month, weekStart).flat();
        expect(days.length % 7).toBe(0);
        const own = days.filter((day) => day.startsWith(month.slice(0, 7)));
        expect(new Set(own).size).toBe(own.length);
        expect(own.at(0)).toBe(`${month.slice(0, 7)}-01`);
        expect(Number(own.at(-1)?.slice(8))).toBe(own.length);
      }
  });
});

it.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2024-01-31', 1, '2024-02-29'],
  ['2026-01-15', -1, '2025-12-15'],
  ['2026-12-31', 1, '2027-01-31'],
])('%s and %d months: %s', (day, months, expected) => {
  expect(moveMonths(day, months)).toBe(expected);
});

it.each([
  ['ArrowRight', 1, '2026-03-14'],
  ['ArrowRight', -1, '2026-03-12'],
  ['ArrowUp', 1, '2026-03-06'],
  ['PageDown', 1, '2026-04-13'],
  // Friday 13 March, in a week that begins on Monday.
  ['Home', 1, '2026-03-09'],
  ['End', 1, '2026-03-15'],
  ['Enter', 1, null],
] as const)('%s (ahead is %d) leads to %s', (key, ahead, expected) => {
  expect(stepOf(key, '2026-03-13', 1, ahead)).toBe(expected);
});
