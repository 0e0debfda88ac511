import { words } from '../../words/language';
import { blanks } from '../../words/message';

/** The folder's English. */
export const joinWords = words('join', {
  backToToday: 'Back to Today',
  noInvitation: 'This address has no invitation in it. Open the whole link.',
  joining: 'Joining…',
  anInvitation: 'An invitation',
  tryAgain: 'Try again',
  join: 'Join',
  youJoinAs: blanks('You join as {email}.'),
  sending: 'Sending…',
  notNow: 'Not now',
  haveAnAccount: 'Have an account?',
  newHere: 'New here?',
  signIn: 'Sign in',
  createAnAccount: 'Create an account',
  goToToday: 'Go to Today',
  joinNamed: blanks('Join {name}'),
  invitesYou: '{who} invites you to work there as {role}.',
});
