import { words } from '../../words/language';
import { blanks, counts } from '../../words/message';

/** The folder's English: the checklist of an open task. */
export const stepsWords = words('steps', {
  title: 'Checklist',
  progress: blanks('{done} of {all}'),
  add: 'Add a step',
  stepLabel: blanks('Step: {title}'),
  complete: blanks('Complete: {title}'),
  more: blanks('More: {title}'),
  moveUp: 'Move up',
  moveDown: 'Move down',
  toTask: 'Turn into a task',
  delete: 'Delete',
  deleted: 'Deleted {subject}',
  madeTask: '{subject} is a task now',
  added: counts({ one: 'Added 1 step', other: 'Added {count} steps' }),
  needsWords: 'A step needs words. The last ones stay until there are others.',
  tooLong: blanks('A step has at most 500 letters; this one has {letters}.'),
});
