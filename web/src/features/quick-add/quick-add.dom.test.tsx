import { WORKSPACE } from '@holdfast/shared/testing/build';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { StorageFailure } from '../../db/storage-failure';
import { hasUnsaved } from '../../platform/unsaved';
import { openStage, type Stage } from '../../testing/show-page';
import { keepDraft } from './draft-store';
import { emptyDraft } from './new-task';
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

/** From now on the device takes nothing, until it is told that there is room again. */
function fillUp(): () => void {
  const { store } = stage.ctx;
  const { transaction } = store;
  Object.assign(store, {
    transaction: (mode: 'read' | 'relaxed' | 'strict', ...rest: [never]) =>
      mode === 'read' ? transaction(mode, ...rest) : Promise.reject(new StorageFailure('full')),
  });
  return () => void Object.assign(store, { transaction });
}

it.each(['stored', 'full'])('[CL10] a line that is closed goes on where it stopped: %s', async (how) => {
  if (how === 'full') fillUp();
  stage.show(<Page />);
  await writeAndClose();
  press();
  await waitFor(async () => expect((await line()).value).toBe('Half a thought'));
});

it('[CL10] a line that a full device could not keep is said to be nowhere, until it is kept', async () => {
  const emptyOut = fillUp();
  stage.show(<Page />);
  await writeAndClose();
  const said = () => screen.queryByText(/^This device is full\. What is on screen is not saved yet/);
  await waitFor(() => expect(said()?.textContent).toContain('What you wrote is not stored.'));
  expect(hasUnsaved()).toBe(true);

  press();
  await waitFor(async () => expect((await line()).value).toBe('Half a thought'));
  expect(said()).toBeNull();
  emptyOut();
  fireEvent.keyDown(await line(), { key: 'Escape' });
  await waitFor(() => expect(screen.queryByRole('textbox', { name: 'New task' })).toBeNull());
  await waitFor(() => expect(said()).toBeNull());
  expect(hasUnsaved()).toBe(false);
});

/** As slowly as a store answers: until then the line that is being added still stands there. */
async function typedMeanwhile(how: { shiftKey?: boolean }, ...lines: readonly string[]): Promise<void> {
  press();
  fireEvent.change(await line(), { target: { value: 'Pay rent' } });
  fireEvent.keyDown(await line(), { key: 'Enter', ...how });
  for (const value of lines) fireEvent.change(await line(), { target: { value } });
}
const titles = async () => (await stage.read.all('task', WORKSPACE)).map(({ title }) => title);

it.each([{ shiftKey: true }, {}])(
  'what is typed behind a line that is being added begins the next one: Enter %j',
  async (how) => {
    const onClose = vi.fn();
    stage.show(<Page onClose={onClose} />);
    await typedMeanwhile(how, 'Pay rent Call');
    await waitFor(async () => expect((await line()).value).toBe('Call'));
    expect(await titles()).toEqual(['Pay rent']);
    expect(onClose).not.toHaveBeenCalled();
  },
);

it('what is typed over a line that is being added stays, and so do notes', async () => {
  stage.show(<Page />);
  await typedMeanwhile({}, 'Call the harbour');
  fireEvent.change(screen.getByRole('textbox', { name: 'Notes' }), { target: { value: 'before noon' } });
  await screen.findByText('Added: Pay rent');
  expect(await titles()).toEqual(['Pay rent']);
  expect((await line()).value).toBe('Call the harbour');
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Notes' }).value).toBe('before noon');
});

it('taking letters away from a line that is being added leaves nothing of it', async () => {
  const onClose = vi.fn();
  stage.show(<Page onClose={onClose} />);
  await typedMeanwhile({}, 'Pay ren');
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  expect(await titles()).toEqual(['Pay rent']);
  await waitFor(() => expect(screen.queryByRole('textbox', { name: 'New task' })).toBeNull());
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

/** From now on nothing that was kept is read, until it is told to go on. */
function holdReads(): () => void {
  const { store } = stage.ctx;
  const { transaction } = store;
  const held: (() => void)[] = [];
  Object.assign(store, {
    transaction: async (mode: 'read' | 'relaxed' | 'strict', ...rest: [never]) => {
      if (mode === 'read') await new Promise<void>((resolve) => held.push(resolve));
      return transaction(mode, ...rest);
    },
  });
  return () => {
    Object.assign(store, { transaction });
    for (const answer of held) answer();
  };
}

it.each([
  ['nothing', '', 'Half a thought'],
  ['more', 'and more', 'Half a thought and more'],
])('[CL10] closed before its draft was read, it takes nothing from it: %s typed', async (_, typed, whole) => {
  await keepDraft(stage.ctx, { ...emptyDraft, line: 'Half a thought' });
  const readOn = holdReads();
  stage.show(<Page />);
  press();
  if (typed !== '') fireEvent.change(await line(), { target: { value: typed } });
  fireEvent.keyDown(await line(), { key: 'Escape' });
  await waitFor(() => expect(screen.queryByRole('textbox', { name: 'New task' })).toBeNull());
  readOn();
  press();
  await waitFor(async () => expect((await line()).value).toBe(whole));
});

it('closed before its line was stored, it asks to be closed no second time: it would close another page', async () => {
  const { store } = stage.ctx;
  const { transaction } = store;
  let answer = (): void => undefined;
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  Object.assign(store, {
    transaction: async (mode: 'read' | 'relaxed' | 'strict', ...rest: [never]) => {
      if (mode === 'strict') await answered;
      return transaction(mode, ...rest);
    },
  });
  const [onClose, onAdded] = [vi.fn(), vi.fn()];
  stage.show(<Page onClose={onClose} onAdded={onAdded} />);
  press();
  fireEvent.change(await line(), { target: { value: 'Pay rent' } });
  fireEvent.keyDown(await line(), { key: 'Enter' });
  fireEvent.keyDown(await line(), { key: 'Escape' });
  await waitFor(() => expect(screen.queryByRole('textbox', { name: 'New task' })).toBeNull());
  answer();
  await waitFor(() => expect(onAdded).toHaveBeenCalledOnce());
  await beforeAnyPaint();
  expect(onClose).toHaveBeenCalledOnce();
  // And what was stored is no draft any more.
  press();
  await waitFor(async () => expect((await line()).value).toBe(''));
});
