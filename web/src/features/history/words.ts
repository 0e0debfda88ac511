import { words } from '../../words/language';
import { blanks } from '../../words/message';

/** The folder's English. */
export const historyWords = words('history', {
  you: 'You',
  whoDid: '{who} {did}',
  undo: 'undo',
  somebodyWhoLeft: 'Somebody who left',
  thisDevice: 'this device',
  putBack: 'put back',
  didNotStand: 'did not stand',
  savedHereNotSentYet: 'Saved here, not sent yet',
  restoredThe: blanks('Restored the {labels}'),
  removeAgain: 'Remove again',
  restoreTheText: 'Restore the text',
  activity: 'Activity',
  showOlder: 'Show older',
  newerNeedsConnection: 'What others do from now on needs a connection.',
  othersNeedConnection: 'What others did needs a connection. What you did here is all there.',
  backTo: blanks('Back to {value}'),
  restore: blanks('Restore {value}'),
  restoreBefore: blanks('{words}: {labels}, before {moment}'),
});
