import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { durationWords, readDuration } from './duration';

describe('minutes of work', () => {
  it.each([
    ['45', 45],
    ['45 min', 45],
    ['1h', 60],
    ['1 h 30', 90],
    ['1h30m', 90],
    ['1:30', 90],
    ['1.5 h', 90],
    ['1,5h', 90],
    ['2 hours', 120],
    ['1 hour 15 minutes', 75],
  ])('%s is %i', (text, minutes) => expect(readDuration(text)).toBe(minutes));

  it.each(['', ' ', 'soon', '0', '1:75', '-5', '99999999', '1 h 2 h'])('%j is none', (text) =>
    expect(readDuration(text)).toBeNull(),
  );

  it('what is shown is read as the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999 * 60 }), (minutes) => {
        expect(readDuration(durationWords(minutes).replaceAll(',', ''))).toBe(minutes);
      }),
    );
  });
});
