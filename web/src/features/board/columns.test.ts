import { type Task, task as taskEntity } from '@holdfast/shared/entities/task';
import { build, uuidOf } from '@holdfast/shared/testing/build';
import { expect, test } from 'vitest';
import { toColumns, waitsFor, withCardAt } from './columns';

const task = (n: number, status: string, completedAt: number | null = null) =>
  build(taskEntity, { id: uuidOf(n), status: status as Task['status'], completedAt });
const ids = (tasks: readonly Task[]) => tasks.map(({ id }) => id);

test('[PL5] every open task has a column, in the given order, a status of a newer version too', () => {
  const columns = toColumns([task(1, 'todo'), task(2, 'paused'), task(3, 'in_progress'), task(4, 'blocked')]);
  expect(ids(columns.todo)).toEqual([uuidOf(1), uuidOf(2)]);
  expect(ids(columns.in_progress)).toEqual([uuidOf(3)]);
  expect(ids(columns.blocked)).toEqual([uuidOf(4)]);
});

test('what is done stands there the newest first; what was cancelled stands in no column', () => {
  const columns = toColumns([task(1, 'done', 5), task(2, 'done', 9), task(3, 'cancelled', 7)]);
  expect(ids(columns.done)).toEqual([uuidOf(2), uuidOf(1)]);
  expect(Object.values(columns).flat()).toHaveLength(2);
});

test('a card that was let go stands where it was put', () => {
  const columns = toColumns([
    task(1, 'todo'),
    task(2, 'todo'),
    task(3, 'in_progress'),
    task(4, 'in_progress'),
  ]);
  const [card] = columns.todo;
  if (!card) throw new Error('no card');
  const moved = withCardAt(columns, card, { group: 'in_progress', index: 1 });
  expect(ids(moved.todo)).toEqual([uuidOf(2)]);
  expect(ids(moved.in_progress)).toEqual([uuidOf(3), uuidOf(1), uuidOf(4)]);
  expect(moved.in_progress[1]?.status).toBe('in_progress');
});

test('a blocked card waits for what it depends on, as far as that is open and there', () => {
  const blocked = { ...task(1, 'blocked'), dependsOn: [uuidOf(2), uuidOf(3), uuidOf(4)] };
  const others = [
    { ...task(2, 'todo'), title: 'Buy timber' },
    { ...task(3, 'done'), title: 'Ask Ruth' },
    { ...task(4, 'todo'), title: 'Gone', deletedAt: 5 },
  ];
  expect(waitsFor([blocked], others).get(uuidOf(1))).toEqual(['Buy timber']);
});
