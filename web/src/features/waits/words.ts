import { words } from '../../words/language';
import { blanks, counts } from '../../words/message';

/** The folder's English: what a task waits for. */
export const waitsWords = words('waits', {
  title: 'Waits for',
  nothing: 'Nothing',
  open: counts({ one: '1 open task', other: '{count} open tasks' }),
  allDone: 'All done',
  find: 'Find a task',
  found: 'Tasks found',
  remove: blanks('No longer wait for: {title}'),
  noneFound: 'No open task of this project is called so.',
  done: 'Done',
});
