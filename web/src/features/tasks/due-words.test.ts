import { describe, expect, it } from 'vitest';
import { dayWords, dueWords, isLate, rowDueWords } from './due-words';

const today = '2026-03-12';

describe('due dates in words', () => {
  it.each([
    ['2026-03-12', 'Today'],
    ['2026-03-13', 'Tomorrow'],
    ['2026-03-10', 'Tue 10 Mar'],
    ['2027-01-01', 'Fri, 1 Jan 2027'],
  ])('%s is %s', (day, words) => {
    expect(dayWords(day, today)).toBe(words);
  });

  it('knows tomorrow across a month and a change of clocks', () => {
    expect(dayWords('2026-04-01', '2026-03-31')).toBe('Tomorrow');
    expect(dayWords('2026-03-30', '2026-03-29')).toBe('Tomorrow');
  });

  it('shows the time alone on a row of today', () => {
    expect(rowDueWords(today, '09:00', today)).toBe('09:00');
    expect(rowDueWords(today, null, today)).toBe('Today');
    expect(rowDueWords('2026-03-13', '09:00', today)).toBe('Tomorrow');
    expect(rowDueWords(null, null, today)).toBe('');
  });

  it('shows day and time in the open task', () => {
    expect(dueWords('2026-03-20', '09:00', today)).toBe('Fri 20 Mar, 09:00');
  });

  it('is late only when the day is over', () => {
    expect(isLate('2026-03-11', today)).toBe(true);
    expect(isLate(today, today)).toBe(false);
    expect(isLate(null, today)).toBe(false);
  });

  it('writes the day in full', () => {});
});
