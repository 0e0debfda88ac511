import { words } from '../../words/language';
import { blanks } from '../../words/message';

/** The folder's English. */
export const projectsWords = words('projects', {
  colour: 'Colour',
  projectNeedsName: 'A project needs a name.',
  newProject: 'New project',
  makeProject: 'Make project',
  project: blanks('Project {name}'),
  rename: 'Rename',
  archive: 'Archive',
  archived: 'Archived {subject}',
  takeBack: 'Take back from the archive',
  deletedWithTasks: 'Deleted {subject} with its tasks',
  projectActions: 'Project actions',
  labelNeedsName: 'A label needs a name.',
  renameProject: 'Rename the project',
  renameLabel: 'Rename the label',
  delete: 'Delete',
  anotherColour: blanks('colour {color}'),
  kelp: 'Kelp',
  water: 'Water',
  sand: 'Sand',
  coral: 'Coral',
  mussel: 'Mussel',
  slate: 'Slate',
  renameSection: 'Rename the section',
  sectionNeedsName: 'A section needs a name.',
  renameFilter: 'Rename the filter',
  filterNeedsName: 'A filter needs a name.',
});
