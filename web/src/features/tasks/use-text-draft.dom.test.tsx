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
