import { words } from '../../words/language';
import { blanks } from '../../words/message';

/** The folder's English. */
export const labelsWords = words('labels', {
  label: blanks('Label {name}'),
  rename: 'Rename',
  deleted: 'Deleted {subject}',
  labelActions: 'Label actions',
  delete: 'Delete',
});
