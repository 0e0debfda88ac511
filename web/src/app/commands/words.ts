import { words } from '../../words/language';
import { blanks, counts } from '../../words/message';

/** The folder's English: what can be done, by the name of its command. */
export const commandWords = words('commands', {
  // anywhere
  newTask: 'New task',
  search: 'Search and commands',
  help: 'Keys and gestures',
  undo: 'Undo',
  redo: 'Redo',
  sidebar: 'Narrow or widen the sidebar',
  close: 'Close, keeping the draft',
  // going
  goToday: 'Go to Today',
  goInbox: 'Go to the Inbox',
  goUpcoming: 'Go to Upcoming',
  goBoard: 'Go to the board',
  goProjects: 'Go to the projects',
  goAssigned: 'Go to what is assigned to me',
  goCompleted: 'Go to what is done',
  goTrash: 'Go to the trash',
  goSync: 'Go to the sync centre',
  goMembers: 'Go to the members',
  goSettings: 'Go to the settings',
  // moving in a list
  next: 'Next task',
  previous: 'Previous task',
  open: 'Open',
  select: 'Select',
  extendDown: 'Select the next one too',
  extendUp: 'Select the one before too',
  selectAll: 'Select all of this view',
  pickUp: 'Pick up: arrows move it, Enter drops it, Esc returns it',
  // tasks
  complete: 'Complete',
  editTitle: 'Edit the title',
  schedule: 'Schedule',
  today: 'Due today',
  priority: 'Priority',
  assign: 'Assign',
  labels: 'Labels',
  move: 'Move to a project',
  copyLink: 'Copy the link',
  remove: 'Delete',
  // looks
  themeLight: 'Light theme',
  themeDark: 'Dark theme',
  themeSystem: 'Theme of the device',
});

/** What is said once it is done. */
export const doneWords = words('commands-done', {
  toToday: 'Moved to today',
  completed: 'Completed {subject}',
  completedMany: counts({ one: 'Completed 1 task', other: 'Completed {count} tasks' }),
  deleted: 'Deleted {subject}',
  deletedMany: counts({ one: 'Deleted 1 task', other: 'Deleted {count} tasks' }),
  changed: 'Changed {subject}',
  changedMany: counts({ one: 'Changed 1 task', other: 'Changed {count} tasks' }),
});

export const groupWords = words('command-groups', {
  tasks: 'Tasks',
  move: 'In a list',
  anywhere: 'Anywhere',
  go: 'Go',
  looks: 'Looks',
});

export const sheetWords = words('key-sheet', {
  title: 'Keys and gestures',
  touch: 'With a finger',
  swipeRight: 'Swipe a row to the right',
  complete: 'Complete',
  swipeLeft: 'Swipe a row to the left',
  scheduleOrMore: 'Schedule, more',
  hold: 'Hold a row',
  select: 'Select; then tap others',
  holdCard: 'Hold a card',
  liftCard: 'Lift it; the edge turns the column',
  pull: 'Pull a list down',
  check: 'Check now',
  dragSheet: 'Drag a sheet down',
  closeSheet: 'Close, keeping the draft',
  close: 'Close',
  /** Between two combinations that do the same. */
  or: 'or',
  lettersOff: blanks('Single letters are off. {settings} turns them on.'),
  settings: 'Settings',
});
