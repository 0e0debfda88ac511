import { words } from '../../words/language';
import { counts } from '../../words/message';

/** What undo and redo came to. `{what}` is what was done; counted are the fields that stay. */
export const turnedMessages = words('turned', {
  undone: 'Undone: {what}',
  notUndone: 'Not undone: {what}',
  doneAgain: 'Done again: {what}',
  notDoneAgain: 'Not done again: {what}',
  undoneAlone: 'Undone',
  notUndoneAlone: 'Not undone',
  doneAgainAlone: 'Done again',
  notDoneAgainAlone: 'Not done again',
  youChanged: counts({
    one: '{fields} stays: you have changed it since.',
    other: '{fields} stay: you have changed them since.',
  }),
  youChangedElsewhere: counts({
    one: '{fields} stays: you have changed it on another device since.',
    other: '{fields} stay: you have changed them on another device since.',
  }),
  changedBy: counts({
    one: '{fields} stays: {who} has changed it since.',
    other: '{fields} stay: {who} has changed them since.',
  }),
  somebodyChanged: counts({
    one: '{fields} stays: somebody has changed it since.',
    other: '{fields} stay: somebody has changed them since.',
  }),
  staysAsChanged: counts({
    one: '{fields} stays as changed since.',
    other: '{fields} stay as changed since.',
  }),
});
