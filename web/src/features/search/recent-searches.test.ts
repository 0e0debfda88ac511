import { expect, it } from 'vitest';
import { withRecent } from './recent-searches';

it.each([
  [[], 'rope', ['rope']],
  [['paint'], ' marine   rope ', ['marine rope', 'paint']],
  [['paint', 'Rope'], 'rope', ['rope', 'paint']],
  [['ro', 'paint'], 'rope', ['rope', 'paint']],
  [['rope'], 'r', ['rope']],
  [['1x', '2x', '3x', '4x', '5x', '6x'], '7x', ['7x', '1x', '2x', '3x', '4x', '5x']],
])('%j and %s', (recent, words, expected) => {
  expect(withRecent(recent, words)).toEqual(expected);
});
