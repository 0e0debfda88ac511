import { words } from '../../words/language';
import { counts } from '../../words/message';

/** The folder's English: doing something with many tasks at once. */
export const selectionWords = words('selection', {
  selection: 'Selection',
  selected: counts({ one: '1 selected', other: '{count} selected' }),
  all: counts({ one: 'Select all', other: 'Select all {count}' }),
  leave: 'Leave the selection',
  schedule: 'Schedule',
  move: 'Move to',
  labels: 'Labels',
  assign: 'Assign',
  priority: 'Priority',
  complete: 'Complete',
  delete: 'Delete',
  inbox: 'Inbox',
  today: 'today',
  nobody: 'Nobody',
  completed: counts({ one: 'Completed 1 task', other: 'Completed {count} tasks' }),
  deleted: counts({ one: 'Deleted 1 task', other: 'Deleted {count} tasks' }),
  movedTo: counts({ one: 'Moved 1 task to {where}', other: 'Moved {count} tasks to {where}' }),
  dated: counts({ one: 'Moved 1 task to {day}', other: 'Moved {count} tasks to {day}' }),
  undated: counts({ one: 'Took the date off 1 task', other: 'Took the date off {count} tasks' }),
  labelled: counts({ one: 'Gave {label} to 1 task', other: 'Gave {label} to {count} tasks' }),
  unlabelled: counts({ one: 'Took {label} off 1 task', other: 'Took {label} off {count} tasks' }),
  assigned: counts({ one: 'Assigned 1 task to {who}', other: 'Assigned {count} tasks to {who}' }),
  unassigned: counts({ one: 'Assigned 1 task to nobody', other: 'Assigned {count} tasks to nobody' }),
  prioritised: counts({
    one: 'Set 1 task to {priority}',
    other: 'Set {count} tasks to {priority}',
  }),
  nothingToDo: 'Everything was already so',
  goneDeleted: counts({
    one: '{title} was deleted and left the selection',
    other: '{count} were deleted and left the selection',
  }),
  goneElsewhere: counts({
    one: '{title} is no longer in this view and left the selection',
    other: '{count} are no longer in this view and left the selection',
  }),
});
