import { describe, expect, it } from 'vitest';
import { lingerAt, withLingering } from './lingering';

describe('a finished row rests in its place', () => {
  it('keeps its place when the query drops it', () => {
    const b = lingerAt(['a', 'b', 'c'], 'b');
    expect(withLingering(['a', 'c'], [b])).toEqual(['a', 'b', 'c']);
  });

  it('keeps the order when neighbours are finished one after the other', () => {
    const b = lingerAt(['a', 'b', 'c'], 'b');
    const c = lingerAt(['a', 'b', 'c'], 'c');
    expect(withLingering(['a'], [b, c])).toEqual(['a', 'b', 'c']);
  });

  it('stands first if it was the first, or if its neighbour is gone', () => {
    expect(withLingering(['b'], [lingerAt(['a', 'b'], 'a')])).toEqual(['a', 'b']);
    expect(withLingering(['c'], [{ id: 'b', after: 'gone', leaving: false }])).toEqual(['b', 'c']);
  });

  it('is not shown twice when it was undone, nor when the list keeps what is done at its end', () => {
    const a = lingerAt(['a', 'b'], 'a');
    expect(withLingering(['a', 'b'], [a])).toEqual(['a', 'b']);
    expect(withLingering(['b', 'a'], [a])).toEqual(['a', 'b']);
    expect(withLingering(['b', 'a'], [{ ...a, leaving: true }])).toEqual(['b', 'a']);
  });
});
