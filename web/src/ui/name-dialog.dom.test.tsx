import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { NameDialog } from './name-dialog';
import { Dialog } from './overlays';

afterEach(cleanup);

const dialog = (
  open: boolean,
  more: { from?: string; onSave?: (name: string) => Promise<string | null> },
) => (
  <NameDialog
    open={open}
    onClose={onClose}
    title="A shed"
    action="Save"
    needsName="A shed needs a name."
    onSave={async () => null}
    {...more}
  />
);
const onClose = vi.fn();
const field = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Name' });
const type = (value: string) => fireEvent.change(field(), { target: { value } });
const save = () => fireEvent.click(screen.getByRole('button', { name: 'Save' }));

it('asks for a name, says why one is not taken, and keeps what was typed until it is', async () => {
  await Dialog.preload();
  const onSave = vi.fn(async (name: string) => (name === 'Boats' ? 'There is one already.' : null));
  const { rerender } = render(dialog(true, { onSave }));
  save();
  await screen.findByText('A shed needs a name.');
  type('Boats');
  expect(screen.queryByText('A shed needs a name.')).toBeNull();
  save();
  await screen.findByText('There is one already.');

  rerender(dialog(false, { onSave }));
  rerender(dialog(true, { onSave }));
  expect(field().value).toBe('Boats');
  type('Ropes');
  expect(onClose).not.toHaveBeenCalled();
  save();
  await waitFor(() => expect(onClose).toHaveBeenCalledTimes(1));
  expect(onSave.mock.calls).toEqual([['Boats'], ['Ropes']]);
  await waitFor(() => expect(field().value).toBe(''));
});

it('another name starts from the one that is there, each time', async () => {
  await Dialog.preload();
  const { rerender } = render(dialog(true, { from: 'Boats' }));
  expect(field().value).toBe('Boats');
  type('Ro');
  rerender(dialog(false, { from: '' }));
  rerender(dialog(true, { from: 'Boats' }));
  expect(field().value).toBe('Boats');
});

it('closed and opened again before it is stored: the one that is open now stays, with what is typed there', async () => {
  await Dialog.preload();
  onClose.mockClear();
  let store: (answer: null) => void = () => undefined;
  const onSave = () => new Promise<null>((done) => (store = done));
  const { rerender } = render(dialog(true, { onSave }));
  type('Boats');
  save();
  rerender(dialog(false, { onSave }));
  rerender(dialog(true, { onSave }));
  type('Ropes');
  await act(async () => store(null));
  expect(field().value).toBe('Ropes');
  expect(onClose).not.toHaveBeenCalled();
});
