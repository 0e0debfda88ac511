import { expect, it } from 'vitest';
import { matchName } from './name-match';

it.each([
  ['Go to the settings', 'sett', true],
  ['Go to the settings', 'go set', true],
  ['Go to the settings', 'ettings', false],
  ['Ægir', 'aeg', true],
  ['anything', '', true],
])('%s fits %s: %s', (name, words, fits) => {
  expect(matchName(name, words) !== null).toBe(fits);
});
