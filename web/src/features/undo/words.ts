import { words } from '../../words/language';
import { blanks } from '../../words/message';

/** The folder's English. */
export const undoWords = words('undo', {
  thingsYouDid: 'Things you did',
  showAll: 'Show all',
  doAgain: 'Do again',
  undo: 'Undo',
  undoWhat: blanks('Undo: {what}'),
  doAgainWhat: blanks('Do again: {what}'),
  andThen: '{first}. {then}',
  undoneAt: blanks('undone {moment}'),
});
