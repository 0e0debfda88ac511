import 'fake-indexeddb/auto';
import { task as taskEntity } from '@holdfast/shared/entities/task';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { StorageFailure } from '../../db/storage-failure';
import { aTask, openStage, type Stage } from '../../testing/show-page';
import { nothingSelected } from './selection';
import { selectionStore } from './selection-store';
import { useMany } from './use-many';

const tasks = [aTask(1), aTask(2)];
let open: Stage;
afterEach(async () => {
  vi.restoreAllMocks();
  selectionStore.set(nothingSelected);
  await open.strike();
});

function Delete() {
  const act = useMany();
  const ids = tasks.map(({ id }) => id);
  return (
    <button type="button" onClick={() => act(ids, { do: 'delete' }, (count) => `${count} are gone`)}>
      Delete all
    </button>
  );
}

async function select(): Promise<void> {
  open = await openStage('use-many');
  await open.receive(taskEntity, ...tasks);
  const ids = new Set(tasks.map(({ id }) => id));
  selectionStore.set({ ids, anchor: null, head: null });
  open.show(<Delete />);
}

it('[CL10] what could not be read or stored is said, and stays selected', async () => {
  await select();
  vi.spyOn(open.db, 'failure', 'get').mockReturnValue(new StorageFailure('dead'));
  fireEvent.click(screen.getByRole('button', { name: 'Delete all' }));
  await screen.findByText(/storage/);
  expect(selectionStore.get().ids.size).toBe(2);
});

it('what is done with leaves the selection', async () => {
  await select();
  fireEvent.click(screen.getByRole('button', { name: 'Delete all' }));
  await screen.findByText('2 are gone');
  await waitFor(() => expect(selectionStore.get().ids.size).toBe(0));
});
