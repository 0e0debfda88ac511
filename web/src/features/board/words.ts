import { words } from '../../words/language';
import { blanks, counts } from '../../words/message';

/** The folder's English: one project as a board. */
export const boardWords = words('board', {
  view: 'View',
  list: 'List',
  board: 'Board',
  boardOf: blanks('Board of {project}'),
  columns: 'Columns',
  addTo: blanks('Add a task to {column}'),
  steps: 'Steps',
  older: counts({ one: '1 more', other: '{count} more' }),
  gone: 'This project is not here',
  goneWhy: 'It may be deleted, in another workspace, or not have come to this device yet.',
  allProjects: 'All projects',
  moveTo: 'Move to',
  moveCard: blanks('Move: {title}'),
  movedTo: blanks('Moved to {column}'),
  waitsFor: blanks('Waits for: {what}'),
});
