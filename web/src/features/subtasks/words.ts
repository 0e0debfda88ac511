import { words } from '../../words/language';
import { blanks, counts } from '../../words/message';

/** The folder's English: the tasks below an open task. */
export const subtasksWords = words('subtasks', {
  title: 'Subtasks',
  progress: blanks('{done} of {all}'),
  add: 'Add a subtask',
  added: counts({ one: 'Added 1 subtask', other: 'Added {count} subtasks' }),
  complete: blanks('Complete: {title}'),
});
