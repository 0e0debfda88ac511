import 'fake-indexeddb/auto';
import { WORKSPACE } from '@holdfast/shared/testing/build';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openStage, type Stage } from '../../testing/show-page';
import { NewProject } from './new-project';

let open: Stage;
beforeEach(async () => {
  open = await openStage('new-project');
});
afterEach(() => open.strike());

it('Enter pressed twice makes one project', async () => {
  const onMade = vi.fn();
  open.show(<NewProject open onClose={() => undefined} onMade={onMade} />);
  const name = await screen.findByRole('textbox', { name: 'Name' });
  fireEvent.change(name, { target: { value: 'Boat' } });
  const form = name.closest('form');
  if (!form) throw new Error('no form');
  fireEvent.submit(form);
  fireEvent.submit(form);
  await waitFor(() => expect(onMade).toHaveBeenCalled());
  expect((await open.read.all('project', WORKSPACE)).map((project) => project.name)).toEqual(['Boat']);
});
