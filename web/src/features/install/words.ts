import { words } from '../../words/language';
import { blanks } from '../../words/message';

/** The folder's English. */
export const installWords = words('install', {
  title: 'Install',
  onHomeScreen: 'Keep Holdfast on your home screen',
  onDesktop: 'Keep Holdfast on your desktop',
  atOnce: 'Opens at once, offline too.',
  install: 'Install',
  notNow: 'Not now',
  stepsTitle: 'On your home screen',
  stepsWhy: 'It opens at once, offline too, and the phone keeps it.',
  done: 'Done',
  createAccount: 'Create an account',
  number: blanks('{number}. '),
  // Marked words are drawn in bold.
  pressShare: 'Press **Share** in the browser’s bar.',
  chooseAdd: 'Choose **Add to Home Screen**.',
  openThere: 'Open Holdfast from there.',
  ownCopy: 'The app keeps its own copy.',
  accountFirst: 'What is here comes along only with an account: create one first, then sign in there.',
  sentFirst: 'Wait until everything is sent, then sign in there.',
});
