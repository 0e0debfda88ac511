import 'fake-indexeddb/auto';
import { filter } from '@holdfast/shared/entities/filter';
import { task as taskEntity } from '@holdfast/shared/entities/task';
import { build, uuidOf, WORKSPACE } from '@holdfast/shared/testing/build';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { aTask, openStage, type Stage } from '../../testing/show-page';
import { FilterPage } from './filter-page';

let stage: Stage;
afterEach(() => stage.strike());

const props = {
  sync: null,
  banner: null,
  openTaskId: null,
  onComplete: async () => null,
  onNewTask: () => undefined,
};
const titles = () => [...document.querySelectorAll('.row-title')].map((each) => each.textContent);
const entity = filter;
const aFilter = (query: string) =>
  build(entity, { id: uuidOf(50), name: 'Loud', query, position: 'a0', version: 3 });

async function add(kind: string, choice: string) {
  fireEvent.click(screen.getByRole('button', { name: 'Add' }));
  const item = await screen.findByRole('menuitem', { name: kind });
  fireEvent.click(item);
  fireEvent.click(await screen.findByRole('menuitem', { name: choice }));
}

it('a question is put together from chips, answered at once, and saved under a name', async () => {
  stage = await openStage('filter-new');
  await stage.receive(
    taskEntity,
    aTask(1, { priority: 4, dueOn: '2026-03-12' }),
    aTask(2, { priority: 4 }),
    aTask(3, { dueOn: '2026-03-13' }),
    aTask(4),
  );
  const go = vi.fn();
  stage.show(<FilterPage id={null} go={go} {...props} />);
  await screen.findByText('What are you looking for?');
  await add('Priority', 'Urgent');
  await waitFor(() => expect(titles()).toEqual(['Task 1', 'Task 2']));
  await add('Due', 'Next 7 days');
  await waitFor(() => expect(titles()).toEqual(['Task 1']));
  fireEvent.click(screen.getByRole('radio', { name: 'Any of these' }));
  await waitFor(() => expect(titles()).toEqual(['Task 1', 'Task 3', 'Task 2']));
  fireEvent.click(screen.getByRole('button', { name: 'Save filter' }));
  const dialog = await screen.findByRole('dialog');
  fireEvent.change(within(dialog).getByLabelText('Name'), { target: { value: 'Soon or loud' } });
  fireEvent.click(within(dialog).getByRole('button', { name: 'Save filter' }));
  await waitFor(() => expect(go).toHaveBeenCalled());
  const [saved] = await stage.read.all('filter', WORKSPACE);
  expect(saved).toMatchObject({
    name: 'Soon or loud',
    query: '{"v":1,"join":"any","if":[{"priority":[4]},{"due":"week"}]}',
  });
  expect(go).toHaveBeenCalledWith(`/f/${saved?.id}`, { replace: true });
});

it('[PL5] a part that a newer version wrote is shown, and kept when the rest is changed', async () => {
  stage = await openStage('filter-newer');
  await stage.receive(entity, aFilter('{"v":1,"join":"all","if":[{"priority":[4]},{"mood":["calm"]}]}'));
  await stage.receive(taskEntity, aTask(1, { priority: 4 }), aTask(2, { priority: 3 }));
  stage.show(<FilterPage id={uuidOf(50)} go={() => undefined} {...props} />);
  await screen.findByRole('button', { name: 'Something newer' });
  await waitFor(() => expect(titles()).toEqual(['Task 1']));
  await add('Priority', 'High');
  await waitFor(() => expect(titles()).toHaveLength(2));
  fireEvent.click(screen.getByRole('button', { name: 'Save changes' }));
  await waitFor(async () =>
    expect(await stage.read.row('filter', WORKSPACE, uuidOf(50))).toMatchObject({
      query: '{"v":1,"join":"all","if":[{"priority":[4,3]},{"mood":["calm"]}]}',
    }),
  );
});

it('what a newer version made as a whole is left alone, in words', async () => {
  stage = await openStage('filter-unreadable');
  await stage.receive(entity, aFilter('select *'));
  stage.show(<FilterPage id={uuidOf(50)} go={() => undefined} {...props} />);
  await screen.findByText(/A newer version made this filter/);
  expect(screen.queryByRole('button', { name: 'Add' })).toBeNull();
});
