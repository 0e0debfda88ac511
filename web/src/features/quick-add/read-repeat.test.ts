import { describe, expect, it } from 'vitest';
import { firstDue } from './first-due';
import { readRepeat } from './read-repeat';

const read = (line: string) =>
  readRepeat(line).flatMap(({ start, end, means }) =>
    means.kind === 'repeat' ? [[line.slice(start, end), means.recurrence]] : [],
  );

describe('repeats in words', () => {
  it.each([
    ['every day', 'FREQ=DAILY'],
    ['Every 3 days', 'FREQ=DAILY;INTERVAL=3'],
    ['every other day', 'FREQ=DAILY;INTERVAL=2'],
    ['every weekday', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'],
    ['every weekend', 'FREQ=WEEKLY;BYDAY=SA'],
    ['every week', 'FREQ=WEEKLY'],
    ['every two weeks', 'FREQ=WEEKLY;INTERVAL=2'],
    ['every friday', 'FREQ=WEEKLY;BYDAY=FR'],
    ['every fri, mon and wed', 'FREQ=WEEKLY;BYDAY=MO,WE,FR'],
    ['every other friday', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR'],
    ['every 2 weeks on mon and thu', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH'],
    ['every 2nd friday', 'FREQ=MONTHLY;BYDAY=2FR'],
    ['every last friday of the month', 'FREQ=MONTHLY;BYDAY=-1FR'],
    ['every 15th', 'FREQ=MONTHLY;BYMONTHDAY=15'],
    ['every last day', 'FREQ=MONTHLY;BYMONTHDAY=-1'],
    ['every second week', 'FREQ=WEEKLY;INTERVAL=2'],
    ['every 2nd month', 'FREQ=MONTHLY;INTERVAL=2'],
    ['every month', 'FREQ=MONTHLY'],
    ['every 6 months', 'FREQ=MONTHLY;INTERVAL=6'],
    ['every month on the 15th', 'FREQ=MONTHLY;BYMONTHDAY=15'],
    ['every 3 months on the last friday', 'FREQ=MONTHLY;INTERVAL=3;BYDAY=-1FR'],
    ['monthly on the last day', 'FREQ=MONTHLY;BYMONTHDAY=-1'],
    ['weekly on tuesday', 'FREQ=WEEKLY;BYDAY=TU'],
    ['every quarter', 'FREQ=MONTHLY;INTERVAL=3'],
    ['every year', 'FREQ=YEARLY'],
    ['every 3 march', 'FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=3'],
    ['every feb 29th', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29'],
    ['yearly on 3 march', 'FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=3'],
    ['daily', 'FREQ=DAILY'],
    ['fortnightly', 'FREQ=WEEKLY;INTERVAL=2'],
  ])('reads %s', (words, recurrence) => {
    expect(read(`Pay ${words}`)).toEqual([[words, recurrence]]);
    // Every rule has a day: none is dropped for want of one.
    expect(firstDue(recurrence, '2026-03-12')).not.toBeNull();
  });

  it.each([
    'Check every box',
    'every',
    'every 0 days',
    'every 31 february',
    'every 32nd',
    'every 6th friday',
    'everyday things',
    'weekly-report',
  ])('leaves %s as words', (line) => {
    expect(read(line)).toEqual([]);
  });

  it('is unsure of "weekly" alone, which may be the name of a thing', () => {
    expect(readRepeat('Weekly review').map((reading) => reading.unsure)).toEqual([true]);
    expect(readRepeat('Review weekly on mon').map((reading) => reading.unsure)).toEqual([false]);
  });

  it('counts "every!" from completion, and gives a part of the day its time', () => {
    expect(readRepeat('Descale every! 3 months')[0]?.means).toMatchObject({ repeatFrom: 'completion' });
    expect(readRepeat('Stretch every morning')[0]?.means).toMatchObject({
      dueTime: '09:00',
      repeatFrom: 'due',
    });
  });
});

describe('the first day of what repeats', () => {
  it.each([
    ['FREQ=DAILY;INTERVAL=3', '2026-03-12', '2026-03-12'],
    ['FREQ=WEEKLY;BYDAY=FR', '2026-03-12', '2026-03-13'],
    ['FREQ=WEEKLY;BYDAY=TH', '2026-03-12', '2026-03-12'],
    ['FREQ=MONTHLY;BYDAY=2FR', '2026-03-14', '2026-04-10'],
    ['FREQ=MONTHLY;BYMONTHDAY=-1', '2026-02-01', '2026-02-28'],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', '2026-03-12', '2028-02-29'],
  ])('%s from %s is %s', (rule, from, day) => {
    expect(firstDue(rule, from)).toBe(day);
  });

  it('is none where the rule has no day', () => {
    expect(firstDue('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', '2026-03-12')).toBeNull();
  });
});
