import { words } from '../../words/language';
import { blanks } from '../../words/message';

/** The folder's English: what fingers do on lists. */
export const gestureWords = words('gestures', {
  complete: 'Complete',
  reopen: 'Reopen',
  schedule: 'Schedule',
  more: 'More',
  pull: 'Pull to check now',
  letGo: 'Let go to check now',
  checking: 'Checking',
  checked: blanks('Checked {time}'),
});
