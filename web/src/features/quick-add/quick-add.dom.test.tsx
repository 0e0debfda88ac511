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

interface PageProps {
  onAdded?: () => void;
  onClose?: () => void;
}

function Page({ onAdded = () => undefined, onClose = () => undefined }: PageProps) {
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
        onAdded={onAdded}
        onClose={() => {
          onClose();
          setOpen(false);
        }}
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

/** What is done as soon as a task is stored runs to its end, and the browser has painted nothing yet. */
async function beforeAnyPaint(): Promise<void> {
  for (let step = 0; step < 50; step += 1) await Promise.resolve();
}

it('a key in the same moment as the line is stored is written behind no line that is added already', async () => {
  const seen: string[] = [];
  const onAdded = async () => {
    await beforeAnyPaint();
    seen.push(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'New task' }).value);
  };
  stage.show(<Page onAdded={() => void onAdded()} />);
  press();
  fireEvent.change(await line(), { target: { value: 'Pay rent' } });
  fireEvent.keyDown(await line(), { key: 'Enter', shiftKey: true });
  await waitFor(() => expect(seen).toEqual(['']));
});

it('when the line asks to be closed, keys are the page’s already, before the history has gone back', async () => {
  const seen: unknown[] = [];
  const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'New task' });
  const onClose = () => seen.push([field().value, document.activeElement === field()]);
  stage.show(<Page onClose={onClose} />);
  press();
  await waitFor(async () => expect(document.activeElement).toBe(await line()));
  fireEvent.change(field(), { target: { value: 'Pay rent' } });
  fireEvent.keyDown(field(), { key: 'Enter' });
  await waitFor(() => expect(seen).toEqual([['', false]]));
});
