import { words } from '../../words/language';
import { blanks } from '../../words/message';

/** What a question is about, and its sides. */
export const reviewMessages = words('review', {
  you: 'You',
  somebody: 'Somebody',
  deletedThis: blanks('{who} deleted this {kind}'),
  yourChangeWaits:
    'Your change is kept here. Bring it back, and your change is in it; leave it, and the change stays in the history.',
  theirChangeWaits: 'What somebody changed meanwhile is kept. It can come back with that change in it.',
  changedOnTwo: blanks('{who} changed this {kind} on two devices'),
  bothChangedThis: blanks('{who} both changed this {kind}'),
  untilYouChoose: blanks(
    'Until you choose, everyone has {what}. What you leave behind stays in the {kind}’s history.',
  ),
  untilEitherChooses: blanks(
    'Until {who} or you choose, everyone has {what}. What you leave behind stays in the {kind}’s history.',
  ),
  untilSomebodyChooses: blanks(
    'Until somebody or you choose, everyone has {what}. What you leave behind stays in the {kind}’s history.',
  ),
  laterOne: blanks('{what}, the later one'),
  whatStandsNow: 'what stands now',
  standsYours: 'yours',
  at: blanks('{who} {moment}'),
  nothing: 'Nothing',
  now: 'Now',
  changedSince: 'changed since',
  thisDevice: 'this device',
  offline: 'offline',
  yours: 'Yours',
  yoursToo: 'Yours too',
  theirs: blanks('{who}’s'),
  somebodys: 'Somebody’s',
  fieldIs: blanks('{field}: {value}'),
  titleAndNote: blanks('{title}, {note}'),
});
