import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { LabelChooser } from './label-chooser';

afterEach(cleanup);

it('Enter pressed twice makes one label', async () => {
  const onNew = vi.fn(async (_name: string): Promise<string | null> => null);
  render(<LabelChooser labels={[]} chosen={[]} onChosen={() => undefined} onNew={onNew} />);
  const field = screen.getByRole<HTMLInputElement>('textbox');
  fireEvent.change(field, { target: { value: 'boat' } });
  const form = field.closest('form');
  if (!form) throw new Error('no form');
  fireEvent.submit(form);
  fireEvent.submit(form);
  await waitFor(() => expect(field.value).toBe(''));
  expect(onNew.mock.calls).toEqual([['boat']]);
});
