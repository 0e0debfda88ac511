import 'fake-indexeddb/auto';
import type { Step } from '@holdfast/shared/entities/step';
import type { Task } from '@holdfast/shared/entities/task';
import { WORKSPACE } from '@holdfast/shared/testing/build';
import { cleanup, createEvent, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStage, type Stage } from '../../testing/show-page';
import { addTask } from '../tasks/add-tasks';
import { addSteps, checkStep } from './actions';
import { Checklist } from './checklist';
import { liveSteps } from './queries';

let open: Stage;
let task: Task;
beforeEach(async () => {
  open = await openStage('checklist');
  const result = await addTask(open.ctx, { title: 'Order rope' });
  task = (result.kind === 'saved' ? result.rows[0] : undefined) as unknown as Task;
});
afterEach(() => open.strike());

const stored = (): Promise<readonly Step[]> => liveSteps(WORKSPACE, task.id)(open.read);
const titles = async () => (await stored()).map(({ title }) => title);
const shown = () => screen.queryAllByRole('textbox', { name: /^Step: / }).map((field) => textOf(field));
const textOf = (field: HTMLElement) => (field as HTMLTextAreaElement).value;
const field = (title: string) => screen.getByRole('textbox', { name: `Step: ${title}` });
const adder = () => screen.getByRole('textbox', { name: 'Add a step' });

async function openWith(...lines: string[]) {
  await Promise.all(
    addSteps(
      open.ctx,
      task.id,
      lines.map((title) => ({ title, done: false })),
      { before: null, after: null },
    ),
  );
  open.show(<Checklist task={task} mayWrite />);
  await waitFor(() => expect(shown()).toEqual(lines));
}

function paste(into: HTMLElement, text: string) {
  const event = createEvent.paste(into, { clipboardData: { getData: () => text } });
  fireEvent(into, event);
}

describe('the checklist', () => {
  it('Enter adds a step and leaves the line ready for the next', async () => {
    await openWith();
    for (const title of ['Measure', 'Compare']) {
      fireEvent.change(await screen.findByRole('textbox', { name: 'Add a step' }), {
        target: { value: title },
      });
      fireEvent.keyDown(adder(), { key: 'Enter' });
      expect(textOf(adder())).toBe('');
    }
    await waitFor(() => expect(shown()).toEqual(['Measure', 'Compare']));
  });

  it('closing the task keeps what stands in the line', async () => {
    await openWith('Measure');
    fireEvent.change(adder(), { target: { value: 'Compare' } });
    cleanup();
    await waitFor(async () => expect(await titles()).toEqual(['Measure', 'Compare']));
  });

  it('several pasted lines are several steps, sixty as well, and one undo takes them back', async () => {
    await openWith('Measure');
    paste(adder(), Array.from({ length: 60 }, (_, n) => `- [${n === 0 ? 'x' : ' '}] Step ${n}`).join('\n'));
    await waitFor(async () => expect(await stored()).toHaveLength(61));
    const steps = await stored();
    expect(steps.map(({ title }) => title)).toEqual([
      'Measure',
      ...Array.from({ length: 60 }, (_, n) => `Step ${n}`),
    ]);
    expect(steps.map(({ doneAt }) => doneAt !== null).indexOf(true)).toBe(1);
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(async () => expect(await titles()).toEqual(['Measure']));
  });

  it('a step is checked, and the head counts', async () => {
    await openWith('Measure', 'Compare');
    fireEvent.click(screen.getByRole('checkbox', { name: 'Complete: Measure' }));
    await screen.findByText('1 of 2');
    expect((await stored())[0]?.doneAt).not.toBeNull();
  });

  it('Alt and an arrow move it; Backspace on nothing takes it away, and undo brings it back', async () => {
    await openWith('Measure', 'Compare', 'Order');
    fireEvent.keyDown(field('Order'), { key: 'ArrowUp', altKey: true });
    await waitFor(() => expect(shown()).toEqual(['Measure', 'Order', 'Compare']));
    fireEvent.focus(field('Order'));
    fireEvent.change(field('Order'), { target: { value: '' } });
    fireEvent.keyDown(field('Order'), { key: 'Backspace' });
    await waitFor(() => expect(shown()).toEqual(['Measure', 'Compare']));
    expect(document.activeElement).toBe(field('Measure'));
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(shown()).toEqual(['Measure', 'Order', 'Compare']));
  });

  it('[CL1] words that come from elsewhere meanwhile do not touch the field under the hands', async () => {
    await openWith('Measure');
    const [step] = await stored();
    if (!step) throw new Error('no step');
    fireEvent.focus(field('Measure'));
    fireEvent.change(field('Measure'), { target: { value: 'Measure twice' } });
    await checkStep(open.ctx, step, true);
    await waitFor(() => expect(screen.getByRole('checkbox').getAttribute('aria-checked')).toBe('true'));
    expect(textOf(field('Measure'))).toBe('Measure twice');
    fireEvent.blur(field('Measure'));
    await waitFor(async () => expect(await titles()).toEqual(['Measure twice']));
  });

  it('[CL1] a check that is pressed twice before the list is read again is as it was', async () => {
    await openWith('Measure');
    fireEvent.click(screen.getByRole('checkbox'));
    fireEvent.click(screen.getByRole('checkbox'));
    await waitFor(async () =>
      expect((await open.read.done(WORKSPACE)).map(({ name }) => name)).toContain('step.uncheck'),
    );
    expect((await stored())[0]?.doneAt).toBeNull();
    expect(screen.getByRole('checkbox').getAttribute('aria-checked')).toBe('false');
  });

  it('a step becomes a task below this one, in its project, in one change', async () => {
    await openWith('Ask Omar');
    fireEvent.click(screen.getByRole('button', { name: 'More: Ask Omar' }));
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Turn into a task' }));
    const said = screen.getByRole('region', { name: 'Messages' });
    await waitFor(() => expect(said.innerHTML).toContain('<b>Ask Omar</b> is a task now'));
    expect(await titles()).toEqual([]);
    const children = await open.read.rows('task', { index: 'parent', from: [WORKSPACE, task.id] });
    expect(children).toMatchObject([{ title: 'Ask Omar', status: 'todo', parentId: task.id }]);
    expect((await open.read.outbox(WORKSPACE)).at(-1)?.mutation).toMatchObject({ name: 'step.to_task' });
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(async () => expect(await titles()).toEqual(['Ask Omar']));
    expect(await open.read.rows('task', { index: 'parent', from: [WORKSPACE, task.id] })).toEqual([]);
  });
});
