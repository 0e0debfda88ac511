import { describe, expect, it } from 'vitest';
import { withLingering } from '../tasks/lingering';
import { type Section, toFlat, toItems, toRuns, withGone } from './sections';

const section = (key: string, ...ids: string[]): Section => ({ key, title: key.toUpperCase(), ids });
const words = (sections: readonly Section[], flat = toFlat(sections)) =>
  toItems(flat, sections).map((item) => (item.kind === 'row' ? item.key : item.section.title));

describe('sections as one list', () => {
  it('headings stand among the rows, each row knows its place in its section', () => {
    const items = toItems(toFlat([section('a', '1', '2'), section('b', '3')]), [
      section('a', '1', '2'),
      section('b', '3'),
    ]);
    expect(items.map((item) => (item.kind === 'row' ? `${item.index + 1}/${item.count}` : 'head'))).toEqual([
      'head',
      '1/2',
      '2/2',
      'head',
      '1/1',
    ]);
  });

  it('a bare section has no heading, a foot stands last', () => {
    const only = { ...section('a', '1'), bare: true, foot: 'Add' };
    expect(toItems(toFlat([only]), [only]).map((item) => item.kind)).toEqual(['row', 'foot']);
  });

  it('a row that rests stays in its own section, also as its first', () => {
    const next = [section('a', '1'), section('b', '4')];
    const flat = withLingering(toFlat(next), [{ id: '3', after: 'head b', leaving: false }]);
    expect(words(next, flat)).toEqual(['A', '1', 'B', '3', '4']);
  });

  it('a section that lost its last row stays in its place while it rests', () => {
    const before = [section('a', '1'), section('b', '2'), section('c', '3')];
    const next = withGone(before, [section('a', '1'), section('c', '3')]);
    expect(words(next)).toEqual(['A', '1', 'B', 'C', '3']);
    expect(words(withGone([section('a', '1'), section('c', '3')], [section('c', '3')]))).toEqual([
      'A',
      'C',
      '3',
    ]);
  });

  it('rows of one section are one list', () => {
    const sections = [section('a', '1', '2'), section('b', '3')];
    const runs = toRuns(toItems(toFlat(sections), sections));
    expect(runs.map((run) => run.length)).toEqual([1, 2, 1, 1]);
  });
});
