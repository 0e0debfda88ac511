import { words } from '../../words/language';
import { blanks } from '../../words/message';

/** The folder's English: how a task repeats, chosen in its panel. */
export const repeatsWords = words('repeats', {
  title: 'Repeats',
  inWords: 'In words',
  example: 'every 2nd friday',
  notARepeat: 'Write it as “every 3 days”, “every 2nd friday” or “monthly on the 15th”.',
  means: blanks('{rule}. Enter takes it.'),
  countedFrom: 'Counted from',
  fromDue: 'Due date',
  fromCompletion: 'Day it is done',
  next: blanks('Next: {days}'),
  ifToday: blanks('Done today, next: {days}'),
  ends: 'This is the last one.',
  paused: 'It rests: done, it brings no next one.',
  skip: 'Skip this one',
  skipped: blanks('Skipped to {day}'),
  pause: 'Pause',
  resume: 'Go on',
  done: 'Done',
});
