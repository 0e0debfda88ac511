import 'fake-indexeddb/auto';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { WriteResult } from '../../db/write-result';
import { openStage, type Stage } from '../../testing/show-page';
import { addTask } from '../tasks/add-tasks';
import { useWriter } from './undo-provider';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage('writer');
});
afterEach(() => stage.strike());

/** Each press is a write that ends in its own way. */
function Writes({ ends }: { ends: { readonly [name: string]: () => Promise<WriteResult> } }) {
  const { write } = useWriter();
  return Object.entries(ends).map(([name, end]) => (
    <button key={name} type="button" onClick={() => void write([end()])}>
      {name}
    </button>
  ));
}
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

it('[CL10] that the device is full is said until something is stored, no longer', async () => {
  stage.show(
    <Writes
      ends={{
        full: async () => ({ kind: 'not_stored', trouble: 'full' }),
        'too long': async () => ({ kind: 'refused', code: 'invalid', field: 'title' }) as WriteResult,
        store: () => addTask(stage.ctx, { title: 'Order rope' }),
      }}
    />,
  );
  press('full');
  await screen.findByText(/This device is full/);
  press('store');
  // Well before it would have gone by itself.
  await waitFor(() => expect(screen.queryByText(/This device is full/)).toBeNull(), { timeout: 4_000 });

  press('too long');
  await screen.findByText('A title has 1 to 500 characters.');
  press('store');
  await waitFor(async () => expect(await stage.db.relaxed.table('task').count()).toBe(2));
  expect(screen.getByText('A title has 1 to 500 characters.')).toBeTruthy();
});
