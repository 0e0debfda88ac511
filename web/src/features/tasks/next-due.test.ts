import { describe, expect, it } from 'vitest';
import { nextDue, type Repeats } from './next-due';

const next = (recurrence: string, dueOn: string | null, today: string, repeatFrom = 'due') =>
  nextDue({ recurrence, repeatFrom, dueOn } satisfies Repeats, today)?.dueOn ?? null;

describe('[MG12] when a repeating task is due next', () => {
  it.each([
    ['FREQ=DAILY', '2026-03-12', '2026-03-12', '2026-03-13'],
    ['FREQ=WEEKLY', '2026-03-12', '2026-03-12', '2026-03-19'],
    ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', '2026-03-13', '2026-03-13', '2026-03-16'],
    ['FREQ=WEEKLY;INTERVAL=2', '2026-03-12', '2026-03-12', '2026-03-26'],
    ['RRULE:FREQ=MONTHLY', '2026-01-31', '2026-01-31', '2026-03-31'],
    ['FREQ=MONTHLY;BYMONTHDAY=-1', '2026-01-31', '2026-01-31', '2026-02-28'],
    ['FREQ=MONTHLY;INTERVAL=6', '2026-03-12', '2026-03-12', '2026-09-12'],
    ['FREQ=YEARLY', '2028-02-29', '2028-02-29', '2032-02-29'],
  ])('%s from %s, done on %s: %s', (rule, dueOn, today, expected) => {
    expect(next(rule, dueOn, today)).toBe(expected);
  });

  it('done early it keeps its rhythm; done late no day that is past comes up, and the rhythm stays', () => {
    expect(next('FREQ=WEEKLY', '2026-03-12', '2026-03-10')).toBe('2026-03-19');
    expect(next('FREQ=WEEKLY', '2026-03-05', '2026-03-25')).toBe('2026-03-26');
    expect(next('FREQ=WEEKLY', '2026-03-05', '2026-03-26')).toBe('2026-03-26');
  });

  it('from the day it is done, or without a due date, it counts from today', () => {
    expect(next('FREQ=WEEKLY', '2026-03-05', '2026-03-25', 'completion')).toBe('2026-04-01');
    expect(next('FREQ=DAILY', null, '2026-03-25')).toBe('2026-03-26');
  });

  it('ends where the rule ends', () => {
    expect(next('FREQ=DAILY;UNTIL=20260313', '2026-03-12', '2026-03-12')).toBe('2026-03-13');
    expect(next('FREQ=DAILY;UNTIL=20260312', '2026-03-12', '2026-03-12')).toBeNull();
    expect(next('FREQ=DAILY;COUNT=1', '2026-03-12', '2026-03-12')).toBeNull();
    expect(
      nextDue({ recurrence: 'FREQ=DAILY;COUNT=3', repeatFrom: 'due', dueOn: '2026-03-12' }, '2026-03-12'),
    ).toEqual({ dueOn: '2026-03-13', recurrence: 'FREQ=DAILY;COUNT=2' });
  });

  it('a rule that has no day, or is none, repeats nothing', () => {
    for (const rule of ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', 'every day', 'FREQ=HOURLY', 'FREQ=NEVER', ''])
      expect(next(rule, '2026-03-12', '2026-03-12')).toBeNull();
  });
});
