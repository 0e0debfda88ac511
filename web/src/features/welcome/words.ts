import { words } from '../../words/language';

/** The folder's English. The examples' dates and signs are no part of it: they are what quick add reads. */
export const welcomeWords = words('welcome', {
  title: 'Start with one task.',
  lead: 'Holdfast keeps tasks for you and your team. No account needed: what you write is saved on this device at once, signal or not.',
  firstTask: 'Your first task',
  whatNeedsDoing: 'What needs doing?',
  addTask: 'Add task',
  examples: 'Examples',
  waterPlants: 'Water the plants',
  callDentist: 'Call the dentist',
  handInForm: 'Hand in the form',
  elsewhere: 'Want it on another device, or with others? Any time:',
  createAccount: 'Create an account',
  signIn: 'Sign in',
  signedIn: 'You are signed in: what you write here is on your other devices too.',
  goToToday: 'Go to Today',
});
