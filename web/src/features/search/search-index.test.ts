import { type Label, label } from '@holdfast/shared/entities/label';
import { type Project, project } from '@holdfast/shared/entities/project';
import { type Task, task } from '@holdfast/shared/entities/task';
import { build, uuidOf } from '@holdfast/shared/testing/build';
import { beforeEach, describe, expect, it } from 'vitest';
import { createSearchIndex, type SearchIndex } from './search-index';
import type { SearchQuestion } from './search-protocol';

const NOW = 1_700_000_000_000;
const DAY = 86_400_000;
let index: SearchIndex;
beforeEach(() => {
  index = createSearchIndex();
});

const putTask = (n: number, values: Partial<Task>) =>
  index.put({
    entity: 'task',
    row: build(task, { id: uuidOf(n), updatedAt: NOW, ...values }),
  });
const putProject = (n: number, values: Partial<Project>) =>
  index.put({
    entity: 'project',
    row: build(project, { id: uuidOf(n), ...values }),
  });
const putLabel = (n: number, values: Partial<Label>) =>
  index.put({
    entity: 'label',
    row: build(label, { id: uuidOf(n), ...values }),
  });
const ask = (words: string, how: Partial<SearchQuestion> = {}) =>
  index.ask({ words, doneToo: true, me: null, limit: 50, ...how }, NOW);
const titles = (words: string, how: Partial<SearchQuestion> = {}) =>
  ask(words, how).tasks.map(({ title }) => title.map(({ text }) => text).join(''));

describe('what is found', () => {
  it.each([
    ['begins with what was typed', 'ord mar'],
    ['says it in any order', 'rope order'],
    ['is a typo away', 'marnie rppe'],
    ['misses a letter', 'mrine rop'],
    ['has accents or not', 'Márine ROPE'],
  ])('%s', (_, words) => {
    putTask(1, { title: 'Order 40 m of marine rope' });
    putTask(2, { title: 'Pay the rent' });
    expect(titles(words)).toEqual(['Order 40 m of marine rope']);
  });

  it('says all of it: one word alone is not enough', () => {
    putTask(1, { title: 'Order rope' });
    expect(titles('order paint')).toEqual([]);
    expect(titles('   ')).toEqual([]);
  });

  it('is written without spaces', () => {
    putTask(1, { title: '東京駅で荷物を受け取る' });
    putTask(2, { title: '京都のホテル' });
    expect(titles('東京')).toEqual(['東京駅で荷物を受け取る']);
    expect(titles('荷物')).toEqual(['東京駅で荷物を受け取る']);
    expect(titles('駅')).toEqual(['東京駅で荷物を受け取る']);
    expect(titles('京').length).toBe(2);
    expect(titles('東都')).toEqual([]);
  });

  it('stands in the description or a label too, and says where', () => {
    putLabel(9, { name: 'quotes' });
    putTask(1, { title: 'Empty the locker', description: 'old rope and two fenders' });
    putTask(2, { title: 'Ring the joiner', labels: [uuidOf(9)] });
    expect(ask('rope').tasks[0]?.snippet).toEqual([
      { text: 'old ', marked: false },
      { text: 'rope', marked: true },
      { text: ' and two fenders', marked: false },
    ]);
    expect(titles('quotes')).toEqual(['Ring the joiner']);
    putLabel(9, { name: 'offers' });
    expect(titles('quotes')).toEqual([]);
    expect(titles('offers')).toEqual(['Ring the joiner']);
  });

  it('is a project or a label as well', () => {
    putProject(8, { name: 'Boat shed' });
    putLabel(9, { name: 'Boats' });
    const { projects, labels } = ask('boat');
    expect(projects).toMatchObject([{ id: uuidOf(8), name: [{ text: 'Boat', marked: true }, {}] }]);
    expect(labels).toMatchObject([{ id: uuidOf(9) }]);
  });
});

describe('the order', () => {
  it('is open before done, exact before a typo, title before description, lately touched first', () => {
    putTask(1, { title: 'done rope', status: 'done', completedAt: NOW });
    putTask(2, { title: 'a ripe plum' });
    putTask(3, { title: 'other', description: 'rope, rope and rope' });
    putTask(4, { title: 'old rope', updatedAt: NOW - 400 * DAY });
    putTask(5, { title: 'new rope' });
    expect(titles('rope')).toEqual(['new rope', 'old rope', 'other', 'a ripe plum', 'done rope']);
  });

  it('counts what it does not show', () => {
    for (let n = 1; n <= 30; n += 1) putTask(n, { title: `rope ${n}`, status: n > 20 ? 'done' : 'todo' });
    const { tasks, open, done } = ask('rope', { limit: 10, doneToo: false });
    expect([tasks.length, open, done]).toEqual([10, 20, 10]);
  });

  it('can be mine alone', () => {
    const me = uuidOf(0xc1);
    putTask(1, { title: 'rope of another', assigneeId: uuidOf(0xc2) });
    putTask(2, { title: 'rope of mine', assigneeId: me });
    expect(titles('rope', { me })).toEqual(['rope of mine']);
  });
});

describe('what changes', () => {
  it('is found by its new words, and not by its old ones', () => {
    putTask(1, { title: 'Order rope' });
    putTask(1, { title: 'Order paint' });
    expect(titles('rope')).toEqual([]);
    expect(titles('paint')).toEqual(['Order paint']);
    putTask(1, { title: 'Order paint', status: 'done' });
    expect(ask('paint')).toMatchObject({ open: 0, done: 1 });
    expect(index.tasks).toBe(1);
  });

  it('is gone when it is deleted, or its project is, and comes back [MG9]', () => {
    putProject(8, { name: 'Shed' });
    putTask(1, { title: 'Order rope', projectId: uuidOf(8) });
    putProject(8, { name: 'Shed', deletedAt: NOW });
    expect(titles('rope')).toEqual([]);
    putProject(8, { name: 'Shed' });
    expect(titles('rope')).toEqual(['Order rope']);
    putTask(1, { title: 'Order rope', deletedAt: NOW });
    expect(titles('rope')).toEqual([]);
    expect(index.tasks).toBe(0);
    putTask(1, { title: 'Order rope' });
    index.remove('task', uuidOf(1));
    expect(titles('rope')).toEqual([]);
  });
});
