import 'fake-indexeddb/auto';
import { task as taskEntity } from '@holdfast/shared/entities/task';
import { act, fireEvent, screen } from '@testing-library/react';
import { useRef } from 'react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { aTask, openStage, type Stage } from '../../testing/show-page';
import { Chooser } from './chooser';

let stage: Stage;
let count = 0;
beforeEach(async () => {
  count += 1;
  stage = await openStage(`chooser-${count}`);
  await stage.receive(taskEntity, aTask(1));
});
afterEach(() => stage.strike());

function Stand() {
  const field = useRef<HTMLInputElement>(null);
  return (
    <Chooser what="due" taskIds={[String(aTask(1).id)]} field={field} about={null} onDone={() => undefined} />
  );
}

const stored = async () =>
  (await stage.read.everywhere('task')).map(({ dueOn, dueTime }) => `${dueOn} ${dueTime}`);

it.each([
  ['next month', /^Wed 1 Apr/, '2026-04-01 null'],
  ['fri 9am', /^Tomorrow, 09:00/, '2026-03-13 09:00'],
])('“%s” is a day to choose, as in quick add', async (words, name, due) => {
  stage.show(<Stand />);
  fireEvent.change(screen.getByRole('combobox'), { target: { value: words } });
  await screen.findByRole('option', { name });
  fireEvent.keyDown(screen.getByRole('combobox'), { key: 'Enter' });
  await expect.poll(stored).toEqual([due]);
});

it('a day of the list stands there once', async () => {
  stage.show(<Stand />);
  fireEvent.change(screen.getByRole('combobox'), { target: { value: 'tomorrow 9am' } });
  await screen.findByRole('option', { name: /09:00/ });
  fireEvent.change(screen.getByRole('combobox'), { target: { value: 'tomorrow' } });
  expect(screen.getAllByRole('option')).toHaveLength(1);
});

it('words are read with the letter that makes them whole: the reader came when the palette opened', async () => {
  stage.show(<Stand />);
  await act(() => import('../../features/quick-add/read-when'));
  fireEvent.change(screen.getByRole('combobox'), { target: { value: 'next month' } });
  expect(screen.getByRole('option', { name: /^Wed 1 Apr/ })).toBeTruthy();
});
