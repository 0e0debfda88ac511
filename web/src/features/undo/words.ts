import { words } from '../../words/language';
import { blanks, counts } from '../../words/message';

/** The folder's English. */
export const undoWords = words('undo', {
  thingsYouDid: 'Things you did',
  showAll: 'Show all',
  doAgain: 'Do again',
  undo: 'Undo',
  andMore: counts({ other: 'and {count} more' }),
  undoneAt: blanks('undone {moment}'),
});
