import { words } from '../../words/language';
import { blanks, counts } from '../../words/message';

/** The folder's English: reminders on this device, and honest words about when they come. */
export const remindersWords = words('reminders', {
  title: 'Reminder',
  none: 'No reminder',
  atTime: 'When it is due',
  before: counts({ one: '1 minute before', other: '{count} minutes before' }),
  hourBefore: 'An hour before',
  onDay: 'On the day',
  dayBefore: 'The evening before',
  inAnHour: 'In an hour',
  tomorrow: 'Tomorrow morning',
  moment: 'Day and time',
  remove: 'No reminder',
  past: 'That moment is past. It will not come up.',
  open: 'Open',
  due: blanks('Due {when}'),
  several: counts({ one: '1 reminder', other: '{count} reminders' }),
  allow: 'Allow notifications',
  canShow:
    'Shown by this device while Holdfast is open, also in a tab behind. Once it is closed, the reminder comes when you open it next.',
  mayAsk: 'Without notifications it is shown only inside Holdfast, while it is open.',
  blocked:
    'Notifications are blocked for this site in the browser’s settings. It is shown only inside Holdfast, while it is open.',
  cannot:
    'This browser shows notifications only for an installed app. Until then it is shown inside Holdfast, while it is open.',
});
