import { words } from '../../words/language';
import { blanks, counts } from '../../words/message';

/** The folder's English. */
export const finderWords = words('finder', {
  cancel: 'Cancel',
  actions: 'Actions',
  onThis: blanks('On {title}'),
  onMany: counts({ one: 'On 1 task', other: 'On {count} tasks' }),
  addTask: blanks('Add task “{words}”'),
  added: 'Added {subject}',
  saveSearch: 'Save this search as a filter',
  savedSearch: 'Saved the filter {subject}',
  move: 'move',
  openKey: 'open',
  due: 'When?',
  dueInWords: 'When? Tomorrow, 15 dec, fri 9am',
  priority: 'Which priority?',
  assignee: 'Whose?',
  labels: 'Which labels?',
  project: 'Which project?',
  noDate: 'No date',
  nobody: 'Nobody',
  inbox: 'Inbox',
  newLabel: blanks('New label {name}'),
  noneFits: blanks('Nothing is called “{words}”'),
});
