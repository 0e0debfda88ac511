import { describe, expect, it } from 'vitest';
import { allOf, extendedTo, nothingSelected, type Selection, toggled, without } from './selection';

const order = ['a', 'b', 'c', 'd', 'e'];
const ids = (selection: Selection) => [...selection.ids].sort().join('');

describe('a selection', () => {
  it('takes rows one by one, and gives them back', () => {
    const two = toggled(toggled(nothingSelected, 'a'), 'c');
    expect(ids(two)).toBe('ac');
    expect(ids(toggled(two, 'a'))).toBe('c');
    expect(toggled(toggled(nothingSelected, 'a'), 'a')).toBe(nothingSelected);
  });

  it('stretches from where it began, both ways, and shrinks again', () => {
    let now = toggled(nothingSelected, 'c');
    now = extendedTo(now, 'e', order);
    expect(ids(now)).toBe('cde');
    now = extendedTo(now, 'd', order);
    expect(ids(now)).toBe('cd');
    now = extendedTo(now, 'a', order);
    expect(ids(now)).toBe('abc');
  });

  it('keeps what was chosen apart from the range', () => {
    const apart = toggled(toggled(nothingSelected, 'a'), 'c');
    expect(ids(extendedTo(apart, 'd', order))).toBe('acd');
  });

  it('begins a range where the row is, if its beginning left the list', () => {
    const gone = { ...toggled(nothingSelected, 'x'), ids: new Set<string>() };
    expect(ids(extendedTo(gone, 'b', order))).toBe('b');
  });

  it('takes all, and lets go of what was deleted', () => {
    expect(ids(allOf(order))).toBe('abcde');
    expect(ids(without(allOf(order), new Set(['b'])))).toBe('acde');
    const one = toggled(nothingSelected, 'a');
    expect(without(one, new Set(['x']))).toBe(one);
    expect(without(one, new Set(['a']))).toBe(nothingSelected);
  });
});
