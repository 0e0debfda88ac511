import { words } from '../../words/language';
import { blanks } from '../../words/message';

/** Values that have no words of their own. */
export const valueMessages = words('values', {
  unknownRow: 'one that is not on this device',
  somebody: 'somebody',
  nothing: 'nothing',
  somethingElse: 'something else',
  yes: 'yes',
  no: 'no',
  nobody: 'nobody',
  theInbox: 'the Inbox',
  noSection: 'no section',
  noParent: 'no task above it',
  noDate: 'no date',
  noTime: 'no time',
  none: 'none',
  notDone: 'not done',
  done: 'done',
  notArchived: 'not archived',
  archived: 'archived',
  never: 'never',
  dayItIsDone: 'the day it is done',
  dueDate: 'the due date',
  anotherPlace: 'another place',
  quoted: blanks('“{text}”'),
});
