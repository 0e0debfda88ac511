import 'fake-indexeddb/auto';
import type { Task } from '@holdfast/shared/entities/task';
import { WORKSPACE } from '@holdfast/shared/testing/build';
import { screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { useLiveKept } from '../../db/use-live';
import { openStage, type Stage } from '../../testing/show-page';
import { addSteps, checkStep } from '../steps/actions';
import { liveSteps } from '../steps/queries';
import { addSubtasks } from '../subtasks/actions';
import { addTask } from './add-tasks';
import { liveTaskList } from './queries';
import { TaskList } from './task-list';

let open: Stage;
beforeEach(async () => {
  open = await openStage('row-progress');
});
afterEach(() => open.strike());

function List() {
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const live = useLiveKept(liveTaskList(WORKSPACE, null), []);
  return (
    <div ref={setScroller}>
      {live.state === 'ready' && (
        <TaskList
          label="Open"
          ids={live.value.open}
          scroller={scroller}
          openTaskId={null}
          onComplete={async () => null}
        />
      )}
    </div>
  );
}

const lines = (...titles: string[]) => titles.map((title) => ({ title, done: false }));
const row = (title: string) => screen.getByText(title).closest('li') as HTMLElement;

it('a row tells the progress of its steps and subtasks, live; the tasks below it stand nested', async () => {
  const made = await addTask(open.ctx, { title: 'Order rope' });
  const task = (made.kind === 'saved' ? made.rows[0] : undefined) as unknown as Task;
  await addTask(open.ctx, { title: 'Pay rent' });
  await Promise.all(addSteps(open.ctx, task.id, lines('Measure', 'Compare'), { before: null, after: null }));
  await addSubtasks(open.ctx, task, [...lines('Call Tove'), { title: 'Fetch it', done: true }]);
  open.show(<List />);
  await screen.findByText('1/4');
  expect(row('Call Tove').hasAttribute('data-nested')).toBe(true);
  for (const title of ['Order rope', 'Pay rent']) expect(row(title).hasAttribute('data-nested')).toBe(false);
  const [step] = await liveSteps(WORKSPACE, task.id)(open.read);
  if (step) await checkStep(open.ctx, step, true);
  await waitFor(() => expect(within(row('Order rope')).getByText('2/4')).toBeTruthy());
  expect(within(row('Pay rent')).queryByText(/\//)).toBeNull();
});
