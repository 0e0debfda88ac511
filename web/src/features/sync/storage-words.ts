import { words } from '../../words/language';
import { blanks } from '../../words/message';

/** English of what this device's copy takes and whether it is safe. */
export const storageWords = words('storage', {
  storage: 'Storage',
  storageUsed: 'Storage used',
  ofMost: blanks('{used} of {most}'),
  safe: 'Safe from clean-up',
  yes: 'Yes',
  refused: 'Not yet: install Holdfast, and the browser keeps it.',
  ask: 'No. Ask the browser',
});
