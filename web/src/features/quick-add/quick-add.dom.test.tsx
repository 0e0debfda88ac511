import { WORKSPACE } from '@holdfast/shared/testing/build';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { StorageFailure } from '../../db/storage-failure';
import { openStage, type Stage } from '../../testing/show-page';
import { QuickAdd } from './quick-add';
import { nowhere } from './quick-add-start';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage('quick-add');
});
afterEach(() => stage.strike());

function Page() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Add
      </button>
      <QuickAdd
        open={open}
        start={nowhere}
        offline={false}
        onAdded={() => undefined}
        onClose={() => setOpen(false)}
      />
    </>
  );
}

const press = () => fireEvent.click(screen.getByText('Add'));
const line = () => screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'New task' });
async function writeAndClose(): Promise<void> {
  press();
  fireEvent.change(await line(), { target: { value: 'Half a thought' } });
  fireEvent.keyDown(await line(), { key: 'Escape' });
  await waitFor(() => expect(screen.queryByRole('textbox', { name: 'New task' })).toBeNull());
}

it.each(['stored', 'full'])('[CL10] a line that is closed goes on where it stopped: %s', async (how) => {
  const { store } = stage.ctx;
  const { transaction } = store;
  if (how === 'full')
    Object.assign(store, {
      transaction: (mode: 'read' | 'relaxed' | 'strict', ...rest: [never]) =>
        mode === 'read' ? transaction(mode, ...rest) : Promise.reject(new StorageFailure('full')),
    });
  stage.show(<Page />);
  await writeAndClose();
  press();
  await waitFor(async () => expect((await line()).value).toBe('Half a thought'));
});

it('what is typed behind a line that is being added begins the next one', async () => {
  stage.show(<Page />);
  press();
  fireEvent.change(await line(), { target: { value: 'Pay rent' } });
  fireEvent.keyDown(await line(), { key: 'Enter', shiftKey: true });
  fireEvent.change(await line(), { target: { value: 'Pay rent Call' } });
  await waitFor(async () => expect((await line()).value).toBe('Call'));
  const tasks = await stage.read.all('task', WORKSPACE);
  expect(tasks.map(({ title }) => title)).toEqual(['Pay rent']);
});
