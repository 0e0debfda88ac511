import { words } from '../../words/language';
import { blanks, counts } from '../../words/message';

/** Why something could not be saved; what was typed still stands in its field. */
export const notSavedMessages = words('not-saved', {
  invalid: 'This can’t be saved as it is.',
  title: 'A title has 1 to 500 characters.',
  description: blanks('A description has at most {most} characters.'),
  name: 'That name is empty or too long.',
  day: 'There is no such day.',
  time: 'There is no such time.',
  tooMany: counts({ other: 'That is more than {count} changes at once. Do it in smaller steps.' }),
  tooLarge: 'This text is longer than Holdfast can send at once (900 KB). Shorten it to save it.',
  notFound: 'This is no longer on this device.',
  neverHere: 'This is not on this device. Copy your version instead.',
  parentGone: 'What it belongs to is not on this device any more.',
  changedSince: 'This was changed since, or is not on this device.',
  reused: 'This is there already.',
  moved: 'You signed in in another tab. Reload to go on there.',
  gone: 'You are no longer in this workspace. Copy what you typed to keep it.',
  notFetched:
    'Not done: a part of Holdfast that it takes is not on this device yet. Try again once there is a connection.',
  full: 'This device is full. What is on screen is not saved yet.',
  closed: 'Another tab has taken over. This is not saved yet: copy what you wrote, then reload.',
  blocked: 'Another tab holds an older version open. Close it; this is not saved yet.',
  silent: 'This browser’s storage does not answer. What is on screen is not saved yet.',
});
