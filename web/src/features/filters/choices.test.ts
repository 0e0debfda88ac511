import { expect, it } from 'vitest';
import { isChosen, toggled, withChoice } from './choices';
import type { KnownPart } from './query';

it.each<[string, KnownPart, string, KnownPart | null]>([
  ['one more', { label: ['a'] }, 'b', { label: ['a', 'b'] }],
  ['one less', { project: ['a', ''] }, '', { project: ['a'] }],
  ['the last one', { status: ['done'] }, 'done', null],
  ['a priority', { priority: [3] }, '4', { priority: [3, 4] }],
  ['a priority less', { priority: [3, 4] }, '3', { priority: [4] }],
  ['not these', { person: ['me'], not: true }, '', { person: ['me', ''], not: true }],
  ['another day', { due: 'today', not: true }, 'week', { due: 'week', not: true }],
  ['a day for a range', { due: [null, '2026-03-01'] }, 'none', { due: 'none' }],
  ['other words', { text: 'rope' }, 'anchor', { text: 'anchor' }],
])('a choice tapped: %s', (_, part, value, after) => {
  expect(toggled(part, value)).toEqual(after);
});

it('a choice of a kind that is asked for already joins it; a second `not` stays apart, and words are a part each', () => {
  expect(withChoice([{ priority: [3] }], 'priority', '4')).toEqual([{ priority: [3, 4] }]);
  expect(withChoice([{ priority: [3] }], 'priority', '3')).toEqual([{ priority: [3] }]);
  expect(withChoice([{ label: ['a'], not: true }], 'label', 'b')).toEqual([
    { label: ['a'], not: true },
    { label: ['b'] },
  ]);
  expect(withChoice([{ due: 'today' }], 'due', 'week')).toEqual([{ due: 'week' }]);
  expect(withChoice([{ text: 'rope' }], 'text', 'anchor')).toEqual([{ text: 'rope' }, { text: 'anchor' }]);
});

it('what is chosen is known by its value', () => {
  expect(isChosen({ priority: [3] }, '3')).toBe(true);
  expect(isChosen({ due: [null, '2026-03-01'] }, 'today')).toBe(false);
  expect(isChosen({ status: ['done'] }, 'todo')).toBe(false);
});
