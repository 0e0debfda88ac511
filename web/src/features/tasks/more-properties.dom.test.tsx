import 'fake-indexeddb/auto';
import type { Task } from '@holdfast/shared/entities/task';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { aTask, openStage, type Stage } from '../../testing/show-page';
import { MoreProperties } from './more-properties';
import { useTaskEdits } from './use-task-edits';

let stage: Stage;
afterEach(() => stage.strike());

function More({ task }: { task: Task }) {
  return (
    <dl>
      <MoreProperties task={task} edits={useTaskEdits(task, () => undefined)} />
    </dl>
  );
}

it('what the last button brought has the focus that the button had', async () => {
  stage = await openStage('more-properties');
  stage.show(<More task={aTask(1, { startOn: '2026-03-12' })} />);
  const more = await screen.findByRole('button', { name: /^More/ });
  more.focus();
  fireEvent.click(more);
  await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Reminder/));
  fireEvent.click(document.activeElement as HTMLElement);
  await screen.findByRole('dialog', { name: 'Reminder' });
});
