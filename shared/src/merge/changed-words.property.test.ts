import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { someText } from '../testing/arbitraries';
import { changedWords } from './changed-words';

const text = (from: string, to: string, but: 'added' | 'removed') =>
  changedWords(from, to)
    .filter((run) => run.how !== but)
    .map((run) => run.text)
    .join('');

describe('the words of an edit', () => {
  it('what stood and came is the text after, what stood and went the one before', () =>
    fc.assert(
      fc.property(someText, someText, (from, to) => {
        expect(text(from, to, 'removed')).toBe(to);
        expect(text(from, to, 'added')).toBe(from);
      }),
    ));

  it('names only what changed', () => {
    expect(changedWords('Pay the rent today', 'Pay the rent on Friday')).toEqual([
      { text: 'Pay the rent ', how: 'kept' },
      { text: 'today', how: 'removed' },
      { text: 'on Friday', how: 'added' },
    ]);
    expect(changedWords('same', 'same')).toEqual([{ text: 'same', how: 'kept' }]);
    expect(changedWords('', 'new')).toEqual([{ text: 'new', how: 'added' }]);
  });
});
