import { words } from '../../words/language';
import { blanks } from '../../words/message';

/** What somebody did, after their name. */
export const lineMessages = words('history-lines', {
  made: blanks('made this {kind}'),
  deleted: 'deleted it',
  broughtBack: 'brought it back',
  completed: 'completed it',
  reopened: 'reopened it',
  movedInList: 'moved it in the list',
  wrote: blanks('wrote the {field}'),
  emptied: blanks('emptied the {field}'),
  changed: blanks('changed the {field}'),
  moved: blanks('moved it from {from} to {to}'),
  set: blanks('set the {field} to {to}'),
  removed: blanks('removed the {field}, {from}'),
  changedTo: blanks('changed the {field} from {from} to {to}'),
  addedOnes: blanks('added {added}'),
  removedOnes: blanks('removed {removed}'),
  addedAndRemoved: blanks('added {added} and removed {removed}'),
});
