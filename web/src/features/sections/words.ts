import { words } from '../../words/language';
import { blanks } from '../../words/message';

/** The folder's English: named parts of a project's list. */
export const sectionsWords = words('sections', {
  section: 'Section',
  add: 'Add section',
  addIt: 'Add section',
  needsName: 'A section needs a name.',
  actions: blanks('Section {name}'),
  rename: 'Rename',
  moveUp: 'Move up',
  moveDown: 'Move down',
  delete: 'Delete section',
  deleted: 'Deleted {subject}. Its tasks stay in the project',
  moveTo: 'Move to section',
  noSection: 'No section',
  movedTo: blanks('Moved to {name}'),
  nothingHere: 'Nothing here yet',
});
