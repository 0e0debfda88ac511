import { words } from '../../words/language';
import { blanks } from '../../words/message';

/** The folder's English: the description of an open task. */
export const descriptionWords = words('description', {
  title: 'Description',
  add: 'Add a description',
  none: 'No description',
  edit: 'Edit the description',
  preview: 'Preview',
  check: blanks('Check: {words}'),
  tooLong: blanks('A description has at most 100,000 letters; this one has {letters}.'),
});
