import { task as taskEntity } from '@holdfast/shared/entities/task';
import { build } from '@holdfast/shared/testing/build';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { type Directory, DirectoryProvider } from './directory';
import { TaskRow } from './task-row';

afterEach(cleanup);

const directory: Directory = {
  projects: [],
  projectById: new Map(),
  labels: [],
  labelById: new Map(),
  members: [],
  memberByAccount: new Map(),
  today: '2026-03-12',
  now: '09:41',
  me: '',
  mayWrite: true,
};
const onComplete = async () => null;

it('a row that only moved in its list says its new place, and what stands in it is not painted again', () => {
  let read = 0;
  const plain = build(taskEntity, { title: 'Order rope' });
  const task = Object.defineProperty({ ...plain }, 'title', {
    get() {
      read += 1;
      return plain.title;
    },
  });
  const list = (index: number, count: number) => (
    <DirectoryProvider value={directory}>
      <ul>
        <TaskRow task={task} index={index} count={count} onComplete={onComplete} />
      </ul>
    </DirectoryProvider>
  );
  const { rerender } = render(list(2, 9));
  const painted = read;
  expect(painted).toBeGreaterThan(0);

  rerender(list(1, 8));
  const item = screen.getByRole('listitem');
  expect(item.getAttribute('aria-posinset')).toBe('2');
  expect(item.getAttribute('aria-setsize')).toBe('8');
  expect(read).toBe(painted);
});
