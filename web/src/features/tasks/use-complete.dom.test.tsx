import 'fake-indexeddb/auto';
import { type Task, task as taskEntity } from '@holdfast/shared/entities/task';
import { WORKSPACE } from '@holdfast/shared/testing/build';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { aTask, openStage, type Stage } from '../../testing/show-page';
import { useComplete } from './use-complete';

const tasks = [aTask(1), aTask(2), aTask(3)];
let stage: Stage;
beforeEach(async () => {
  stage = await openStage('use-complete');
  await stage.receive(taskEntity, ...tasks);
  stage.show(<Completes tasks={tasks} />);
});
afterEach(() => stage.strike());

function Completes({ tasks }: { tasks: readonly Task[] }) {
  const complete = useComplete();
  const press = (name: string, task: Task, done: boolean) => (
    <button key={name} type="button" onClick={() => void complete(task, done)}>
      {name}
    </button>
  );
  return tasks.map((task) => [press(task.title, task, true), press(`Reopen ${task.title}`, task, false)]);
}

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const said = () => screen.getByRole('region', { name: 'Messages' }).querySelector('p')?.textContent;
const open = async () =>
  (await stage.read.all('task', WORKSPACE)).filter((row) => row.status === 'todo').map((row) => row.title);

it('tasks that are completed while the message of the one before stands are said and undone together', async () => {
  for (const [title, words] of [
    ['Task 1', 'Completed Task 1'],
    ['Task 2', 'Completed 2 tasks'],
    ['Task 3', 'Completed 3 tasks'],
  ] as const) {
    press(title);
    await waitFor(() => expect(said()).toBe(words));
  }
  expect(await open()).toEqual([]);
  press('Undo');
  await waitFor(async () => expect((await open()).sort()).toEqual(['Task 1', 'Task 2', 'Task 3']));
});

it('once the message is gone, the next task is said alone, and its Undo takes back that one', async () => {
  press('Task 1');
  await waitFor(() => expect(said()).toBe('Completed Task 1'));
  press('Undo');
  await waitFor(async () => expect(await open()).toContain('Task 1'));
  press('Task 2');
  await waitFor(() => expect(said()).toBe('Completed Task 2'));
});

it('a task that is completed once more is no second one', async () => {
  press('Task 1');
  await waitFor(() => expect(said()).toBe('Completed Task 1'));
  press('Reopen Task 1');
  await waitFor(async () => expect(await open()).toContain('Task 1'));
  press('Task 1');
  await waitFor(async () => expect(await open()).not.toContain('Task 1'));
  press('Task 2');
  await waitFor(() => expect(said()).toBe('Completed 2 tasks'));
});
