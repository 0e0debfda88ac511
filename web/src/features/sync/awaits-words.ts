import { words } from '../../words/language';

/** What stands on every screen: apart from the folder's other English, which comes with the banner. */
export const awaitsWords = words('awaits', {
  notHereYet: 'Your tasks are on their way',
  comeFromAccount: 'They come to this device from your account. What you add meanwhile is saved here.',
  notHereYetOffline: 'Your tasks are not here yet',
  comeWithSignal: 'They come when the signal is back. What you add meanwhile is saved here.',
});
