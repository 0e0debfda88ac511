import { words } from '../../words/language';
import { blanks } from '../../words/message';

/** The properties of the open task. */
export const propertyWords = words('properties', {
  more: 'More',
  moreOf: 'Start, reminder, waits for',
  start: 'Start',
  noDate: 'No date',
  day: 'Day',
  afterDue: 'That is after the due date.',
  estimate: 'Estimate',
  noEstimate: 'None',
  hoursMinutes: 'Hours and minutes',
  estimateExample: '1 h 30',
  notATime: 'Write it as 45 min, 1 h 30 or 2:15.',
  minutes: blanks('{minutes} min'),
  hours: blanks('{hours} h'),
  hoursAndMinutes: blanks('{hours} h {minutes} min'),
  none: 'None',
});
