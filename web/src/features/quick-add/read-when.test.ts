import { describe, expect, it } from 'vitest';
import { readWhen } from './read-when';
import type { Moment } from './understood';

/** A Thursday. */
const moment: Moment = { today: '2026-03-12', now: '09:41', weekStart: 1, dayFirst: true };
const read = (line: string, more: Partial<Moment> = {}) =>
  readWhen(line, { ...moment, ...more }).map(({ start, end, means }) => [
    line.slice(start, end),
    means.kind === 'when' ? means.dueOn : '',
    means.dueTime,
  ]);

describe('days and times in words', () => {
  it.each([
    ['today', '2026-03-12', null],
    ['Tomorrow', '2026-03-13', null],
    ['fri 9am', '2026-03-13', '09:00'],
    ['on friday at 5', '2026-03-13', '17:00'],
    ['next friday', '2026-03-20', null],
    ['15 april', '2026-04-15', null],
    ['April 15th', '2026-04-15', null],
    ['5 jan', '2027-01-05', null],
    ['2026-04-01 14:00', '2026-04-01', '14:00'],
    ['15.4.2026', '2026-04-15', null],
    ['in 3 days', '2026-03-15', null],
    ['three days from now', '2026-03-15', null],
    ['in a week', '2026-03-19', null],
    ['in 2 hours', '2026-03-12', '11:41'],
    ['next week', '2026-03-16', null],
    ['next month', '2026-04-01', null],
    ['next year', '2027-01-01', null],
    ['this weekend', '2026-03-14', null],
    ['end of month', '2026-03-31', null],
    ['the 15th', '2026-03-15', null],
    ['on the 3rd', '2026-04-03', null],
    ['the 31st', '2026-03-31', null],
    ['tomorrow morning', '2026-03-13', '09:00'],
    ['this evening', '2026-03-12', '19:00'],
    ['tonight', '2026-03-12', '21:00'],
    ['noon', null, '12:00'],
    ['9am', null, '09:00'],
    ['9:30pm', null, '21:30'],
    ['07:05', null, '07:05'],
    ['12am', null, '00:00'],
    ['at 5', null, '17:00'],
    ['6pm tomorrow', '2026-03-13', '18:00'],
    ['by friday', '2026-03-13', null],
    ['due on friday', '2026-03-13', null],
    ['for friday', '2026-03-13', null],
  ])('reads %s', (words, dueOn, dueTime) => {
    expect(read(`Pay ${words}`)).toEqual([[words, dueOn, dueTime]]);
  });

  it.each([
    'Plan today’s list',
    "Print friday's plan",
    'Run 20 minutes',
    'Fast for 3 days',
    'Walk 1.5 hours',
    'Ask May about march',
    'Look at yesterday',
    'Read 2 days ago',
    'Open 9-10am',
    'Away mon - wed',
    'Call 10am EST',
    'Ring Tove before noon',
    'Away from monday',
    'Wait until friday',
    'Buy now',
    'Chapter 1.2.3',
    'Buy 9',
    '24:00',
    '13pm',
    '0am',
    '9:75',
    'Mail me@friday.com',
    'Sweep the 42nd',
    'See https://example.com/2026-04-01/x',
  ])('leaves %s as words', (line) => {
    expect(read(line)).toEqual([]);
  });

  it('takes a number behind a day for a number', () => {
    expect(read('Buy friday 13 eggs')).toEqual([['friday', '2026-03-13', null]]);
  });

  it('reads 5/6 as its reader writes it, the week as theirs begins', () => {
    expect(read('x 5/6')).toEqual([['5/6', '2026-06-05', null]]);
    expect(read('x 5/6', { dayFirst: false })).toEqual([['5/6', '2026-05-06', null]]);
    expect(read('x next week', { weekStart: 0 })).toEqual([['next week', '2026-03-15', null]]);
  });

  it('is unsure of what is often no date', () => {
    const unsure = (line: string) => readWhen(line, moment).map((reading) => reading.unsure);
    expect(unsure('Buy sun cream')).toEqual([true]);
    expect(unsure('Add 1/2 cup')).toEqual([true]);
    expect(unsure('Sweep the 15th floor')).toEqual([true]);
    expect(unsure('Sail sat')).toEqual([true]);
    expect(unsure('Sail on sat')).toEqual([false]);
    expect(unsure('Sail sat 9am')).toEqual([false]);
    expect(unsure('Sail saturday')).toEqual([false]);
  });

  it('gives the same on every day of the year, wherever the machine stands', () => {
    for (const today of ['2026-01-01', '2026-03-29', '2026-10-25', '2026-12-31', '2028-02-29'])
      for (const now of ['00:00', '02:30', '23:59'])
        expect(read('x today', { today, now })).toEqual([['today', today, null]]);
  });
});
