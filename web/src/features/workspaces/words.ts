import { words } from '../../words/language';
import { blanks } from '../../words/message';

/** The folder's English. */
export const workspacesWords = words('workspaces', {
  writeAsAbove: blanks('Write “{name}”, as it stands above.'),
  isDeleted: blanks('{name} is deleted'),
  deleteNamed: blanks('Delete {name}?'),
  deleteWorkspace: 'Delete workspace',
  whatGoes:
    'Its tasks and projects go from everyone’s devices. What somebody has not sent yet stays with them, as a file to save.',
  writeToDelete: blanks('Write {name} to delete it'),
  giveName: 'Give it a name, such as your team’s.',
  nameTooLong: 'A name has at most 200 characters.',
  newWorkspace: 'New workspace',
  create: 'Create',
  name: 'Name',
  everyoneSees: 'Everyone in it sees all of its tasks.',
  workspaces: 'Workspaces',
  onScreen: 'On screen',
  myTasks: 'My tasks',
  createAnAccount: 'Create an account',
  signIn: 'Sign in',
  teams: 'Teams',
});
