import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { ToastProvider } from '../../ui/toast';
import type { TextEdit } from './text-draft';
import { useTextDraft } from './use-text-draft';

afterEach(cleanup);

it('[CL1] come back to at once, a text goes on from what was stored, not from what was tidied away', async () => {
  const edits: TextEdit[] = [];
  const save = async (edit: TextEdit) => {
    edits.push(edit);
    return null;
  };
  const tidy = (text: string) => text.trim();
  const field = renderHook(() => useTextDraft({ value: 'Buy', version: 7, save, tidy }), {
    wrapper: ToastProvider,
  });
  const write = (text: string) =>
    act(async () => {
      field.result.current.onFocus();
      field.result.current.onText(text);
      field.result.current.onBlur();
      await field.result.current.flush();
    });
  await write('Pay ');
  expect(field.result.current.text).toBe('Pay');
  await write('Pay rent');
  expect(edits.map(({ from, to }) => [from, to])).toEqual([
    ['Buy', 'Pay'],
    ['Pay', 'Pay rent'],
  ]);
});

it('[CL10] a save that throws is told at its field, and the next one runs all the same', async () => {
  const stored: string[] = [];
  let works = false;
  const save = async (edit: TextEdit) => {
    if (!works) throw new Error('a fault of ours');
    stored.push(edit.to);
    return null;
  };
  const field = renderHook(() => useTextDraft({ value: 'Buy', version: 7, save }), {
    wrapper: ToastProvider,
  });
  act(() => {
    field.result.current.onFocus();
    field.result.current.onText('Buy bread');
  });
  await act(() => expect(field.result.current.flush()).rejects.toThrow('a fault of ours'));
  expect(field.result.current).toMatchObject({ text: 'Buy bread', fault: 'What you wrote is not stored.' });
  works = true;
  act(() => field.result.current.onText('Buy bread and milk'));
  await act(() => field.result.current.flush());
  expect(stored).toEqual(['Buy bread and milk']);
  expect(field.result.current).toMatchObject({ text: 'Buy bread and milk', fault: null });
});
