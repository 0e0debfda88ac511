import { words } from '../../words/language';
import { blanks, counts } from '../../words/message';

/** How a task repeats. */
export const repeatMessages = words('repeat', {
  never: 'Never',
  weekdays: 'Every weekday',
  days: counts({ one: 'Every day', other: 'Every {count} days' }),
  weeks: counts({ one: 'Every week', other: 'Every {count} weeks' }),
  months: counts({ one: 'Every month', other: 'Every {count} months' }),
  years: counts({ one: 'Every year', other: 'Every {count} years' }),
  everyOf: blanks('Every {days}'),
  on: blanks('{every} on {days}'),
  onNth: blanks('{every} on the {nth} {day}'),
  onDate: blanks('{every} on day {date}'),
  onLastDate: blanks('{every} on the last day'),
  first: 'first',
  second: '2nd',
  third: '3rd',
  fourth: '4th',
  fifth: '5th',
  last: 'last',
  paused: blanks('{every}, paused'),
  other: 'A rhythm of its own',
});
