import { uuidOf, WORKSPACE } from '@holdfast/shared/testing/build';
import { describe, expect, it } from 'vitest';
import { candidatesOf } from './candidates';
import { type Asked, matches } from './matches';
import { type FilterQuery, NEW_QUERY, type Part, readQuery, writeQuery } from './query';

const ME = uuidOf(0xc0);
const asking = { today: '2026-03-12', me: ME };
const task = (values: Partial<Asked> = {}): Asked => ({
  title: 'Order 40 m of rope',
  description: 'At the Café by the harbour',
  projectId: null,
  labels: [],
  assigneeId: null,
  priority: 2,
  status: 'todo',
  dueOn: null,
  ...values,
});
const all = (...parts: Part[]): FilterQuery => ({ ...NEW_QUERY, parts });
const any = (...parts: Part[]): FilterQuery => ({ ...NEW_QUERY, join: 'any', parts });
const finds = (query: FilterQuery, values?: Partial<Asked>) => matches(query, task(values), asking);

describe('a saved question', () => {
  it.each<[string, Part, Partial<Asked>, boolean]>([
    ['a project', { project: ['p'] }, { projectId: 'p' }, true],
    ['another project', { project: ['p'] }, { projectId: 'q' }, false],
    ['the Inbox', { project: [''] }, {}, true],
    ['one of several labels', { label: ['a', 'b'] }, { labels: ['b', 'c'] }, true],
    ['no label', { label: [''] }, { labels: ['b'] }, false],
    ['me', { person: ['me'] }, { assigneeId: ME }, true],
    ['nobody', { person: [''] }, { assigneeId: ME }, false],
    ['a priority', { priority: [3, 4] }, { priority: 4 }, true],
    ['not a priority', { priority: [3, 4], not: true }, { priority: 4 }, false],
    ['overdue', { due: 'overdue' }, { dueOn: '2026-03-11' }, true],
    ['overdue is not today', { due: 'overdue' }, { dueOn: '2026-03-12' }, false],
    ['the last of seven days', { due: 'week' }, { dueOn: '2026-03-18' }, true],
    ['after seven days', { due: 'week' }, { dueOn: '2026-03-19' }, false],
    ['no day', { due: 'none' }, {}, true],
    ['any day', { due: 'any' }, {}, false],
    ['from a day on', { due: ['2026-03-01', null] }, { dueOn: '2030-01-01' }, true],
    ['until a day', { due: [null, '2026-03-01'] }, { dueOn: '2026-03-02' }, false],
    ['a status', { status: ['blocked'] }, { status: 'blocked' }, true],
    ['words in any order, marks and case apart', { text: 'ROPE cafe' }, {}, true],
    ['words that are not there', { text: 'rope anchor' }, {}, false],
  ])('%s', (_, part, values, found) => {
    expect(finds(all(part), values)).toBe(found);
  });

  it('all of the parts, or any of them', () => {
    const parts: Part[] = [{ priority: [4] }, { due: 'today' }];
    expect(finds(all(...parts), { priority: 4 })).toBe(false);
    expect(finds(any(...parts), { priority: 4 })).toBe(true);
    expect(finds(all(...parts), { priority: 4, dueOn: '2026-03-12' })).toBe(true);
  });

  it('finds finished tasks only when asked for them', () => {
    expect(finds(all({ priority: [4] }), { priority: 4, status: 'done' })).toBe(false);
    expect(finds(all({ priority: [4] }, { status: ['done'] }), { priority: 4, status: 'done' })).toBe(true);
    expect(finds(all({ status: ['todo'], not: true }), { status: 'done' })).toBe(false);
  });

  it('[PL5] what a newer version wrote excludes nothing, finds nothing, and is stored again untouched', () => {
    const words =
      '{"v":2,"join":"all","if":[{"priority":[4]},{"mood":["calm"]},{"due":{"next":"moon"}}],"look":{"big":true}}';
    const query = readQuery(words) as FilterQuery;
    expect(query.parts.map((part) => 'unknown' in part)).toEqual([false, true, true]);
    expect(finds(query, { priority: 4 })).toBe(true);
    expect(finds({ ...query, join: 'any' }, { priority: 3 })).toBe(false);
    expect(JSON.parse(writeQuery(query))).toEqual(JSON.parse(words));
  });

  it('what is no question at all is left alone', () => {
    for (const words of ['', 'rope', '[]', '{"v":1}', '{"v":"1","if":[]}'])
      expect(readQuery(words)).toBeNull();
  });

  it('is read back as it was written', () => {
    const query = any({ project: ['p'], not: true }, { due: ['2026-03-01', null] }, { text: 'ro"pe' });
    expect(readQuery(writeQuery(query))).toEqual(query);
  });
});

describe('where the answers lie', () => {
  const where = (query: FilterQuery) =>
    candidatesOf(WORKSPACE, query, asking).map(({ index, from }) => `${index} ${from.slice(1).join(' ')}`);

  it('under the rarest part of a question that wants all of them', () => {
    expect(where(all({ project: ['p'] }, { due: 'week' }))).toEqual(['due 0 0 2026-03-12']);
    expect(where(all({ text: 'rope' }, { label: ['a', 'b'] }))).toEqual(['facet 0 l a', 'facet 0 l b']);
    expect(where(all({ priority: [2] }, { project: ['p'] }))).toEqual(['place 0 p 0']);
  });

  it('under a facet and a day at once', () => {
    const stretches = (query: FilterQuery) =>
      candidatesOf(WORKSPACE, query, asking).map(({ from, to = [] }) => [from.slice(2), to.slice(2)]);
    expect(stretches(all({ due: 'week' }, { priority: [3, 4] }))).toEqual([
      [
        ['u', '3', '2026-03-12'],
        ['u', '3', '2026-03-18'],
      ],
      [
        ['u', '4', '2026-03-12'],
        ['u', '4', '2026-03-18'],
      ],
    ]);
    expect(stretches(all({ label: ['a'] }, { due: 'none' }))).toEqual([
      [
        ['l', 'a', '~'],
        ['l', 'a', '~'],
      ],
    ]);
    expect(stretches(all({ label: ['a'] }, { due: 'any' }))).toEqual([
      [
        ['l', 'a', '0'],
        ['l', 'a', '9'],
      ],
    ]);
    expect(stretches(all({ label: ['a'] }, { due: 'week', not: true }))).toEqual([[['l', 'a'], []]]);
  });

  it('under each part of a question that wants any, everywhere if one of them could be any task', () => {
    expect(where(any({ person: ['me'] }, { status: ['blocked'] }))).toEqual([
      `facet 0 p ${ME}`,
      'facet 0 s blocked',
    ]);
    expect(where(any({ person: ['me'] }, { text: 'rope' }))).toEqual(['facet 0 p', 'facet 0 m']);
  });

  it('everywhere, the finished ones too, where those are wanted', () => {
    expect(where(all({ status: ['done'] }))).toEqual(['place 0']);
    expect(where(all({ status: ['done'] }, { project: ['p'] }))).toEqual(['place 0 p 0', 'place 0 p 1']);
  });
});
