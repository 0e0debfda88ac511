import { expect, it } from 'vitest';
import { repeatChoices, repeatWords } from './repeat-words';

it.each([
  [null, 'Never'],
  ['FREQ=DAILY', 'Every day'],
  ['RRULE:FREQ=DAILY;INTERVAL=3', 'Every 3 days'],
  ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', 'Every weekday'],
  ['FREQ=WEEKLY;BYDAY=FR', 'Every Friday'],
  ['FREQ=WEEKLY;BYDAY=MO,WE,FR', 'Every Mon, Wed and Fri'],
  ['FREQ=WEEKLY;INTERVAL=2;BYDAY=FR', 'Every 2 weeks on Friday'],
  ['FREQ=MONTHLY;BYDAY=2FR', 'Every month on the 2nd Friday'],
  ['FREQ=MONTHLY;INTERVAL=3;BYDAY=-1FR', 'Every 3 months on the last Friday'],
  ['FREQ=MONTHLY;BYMONTHDAY=15', 'Every month on day 15'],
  ['FREQ=MONTHLY;BYMONTHDAY=-1', 'Every month on the last day'],
  ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', 'Every year on February 29'],
  ['FREQ=WEEKLY;BYDAY=XX', 'A rhythm of its own'],
  ['FREQ=DAILY;COUNT=3', 'A rhythm of its own'],
  ['FREQ=HOURLY', 'A rhythm of its own'],
  ['nothing', 'A rhythm of its own'],
])('%s is %s', (recurrence, said) => {
  expect(repeatWords(recurrence)).toBe(said);
});

it('offers what it can say', () => {
  for (const { label } of repeatChoices()) expect(label).not.toBe('A rhythm of its own');
});
