import { type Task, task as taskEntity } from '@holdfast/shared/entities/task';
import { build, uuidOf } from '@holdfast/shared/testing/build';
import { expect, test } from 'vitest';
import { goneSays } from './use-gone';

const task = (n: number, title: string, deletedAt: number | null = null): Task =>
  build(taskEntity, { id: uuidOf(n), title, deletedAt });

test('what left the selection is said: deletions before anything else', () => {
  const [rope, doors] = [task(1, 'Order rope'), task(2, 'Oil the doors', 5)];
  expect(goneSays([rope.id], [rope])).toBe('“Order rope” is no longer in this view and left the selection');
  expect(goneSays([rope.id, doors.id], [rope, doors])).toBe(
    '“Oil the doors” was deleted and left the selection',
  );
  // Not even a row of it is here any more.
  expect(goneSays([uuidOf(8), uuidOf(9)], [])).toBe('2 were deleted and left the selection');
});
