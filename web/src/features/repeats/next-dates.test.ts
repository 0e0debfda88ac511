import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextDue } from '../tasks/next-due';
import { repeatWords } from '../tasks/repeat-words';
import { nextDates } from './next-dates';
import { isPaused, pausedRule, resumedRule } from './paused-rule';

const dates = (recurrence: string, dueOn: string | null, repeatFrom = 'due') =>
  nextDates({ recurrence, dueOn, repeatFrom }, '2026-03-12', 3);

describe('the next three dates', () => {
  it.each([
    ['FREQ=WEEKLY;BYDAY=FR', '2026-03-13', ['2026-03-20', '2026-03-27', '2026-04-03']],
    ['FREQ=MONTHLY;BYDAY=2FR', '2026-03-13', ['2026-04-10', '2026-05-08', '2026-06-12']],
    ['FREQ=DAILY;COUNT=3', '2026-03-12', ['2026-03-13', '2026-03-14']],
    ['FREQ=DAILY;COUNT=1', '2026-03-12', []],
    // Overdue: nothing that is past comes up.
    ['FREQ=WEEKLY', '2026-03-03', ['2026-03-17', '2026-03-24', '2026-03-31']],
  ])('of %s, due on %s', (rule, dueOn, expected) => expect(dates(rule, dueOn)).toEqual(expected));

  it('counted from completion: as if it were done today', () =>
    expect(dates('FREQ=DAILY;INTERVAL=10', '2026-03-01', 'completion')).toEqual([
      '2026-03-22',
      '2026-04-01',
      '2026-04-11',
    ]));

  it('are what completing each on its day would bring', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('FREQ=DAILY', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH', 'FREQ=MONTHLY;BYMONTHDAY=31'),
        fc.constantFrom('due', 'completion'),
        fc.integer({ min: 1, max: 28 }).map((day) => `2026-03-${String(day).padStart(2, '0')}`),
        (recurrence, repeatFrom, dueOn) => {
          const [first, second] = nextDates({ recurrence, repeatFrom, dueOn }, '2026-03-12', 3);
          expect(nextDue({ recurrence, repeatFrom, dueOn: first ?? null }, first ?? '')?.dueOn).toBe(second);
        },
      ),
    );
  });
});

describe('a paused repeat', () => {
  const rule = 'FREQ=WEEKLY;BYDAY=FR';
  it('brings nothing, says that it rests, and goes on as it was', () => {
    expect(dates(pausedRule(rule), '2026-03-13')).toEqual([]);
    expect(repeatWords(pausedRule(rule))).toBe('Every Friday, paused');
    expect(resumedRule(pausedRule(rule))).toBe(rule);
    expect(pausedRule(pausedRule(rule))).toBe(pausedRule(rule));
    expect([rule, pausedRule(rule), null].map(isPaused)).toEqual([false, true, false]);
  });
});
