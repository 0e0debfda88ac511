import { type Task, task as taskEntity } from '@holdfast/shared/entities/task';
import { build, uuidOf, WORKSPACE } from '@holdfast/shared/testing/build';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { hasUnsaved } from '../../platform/unsaved';
import { type TestContext, testContext } from '../../testing/write-context';
import { ToastProvider } from '../../ui/toast';
import { notSavedWords } from '../undo/not-saved-words';
import { renameTask } from './actions';
import { TaskTitle } from './task-title';
import type { TextEdit } from './text-draft';

afterEach(cleanup);

const T = uuidOf(1);
const taskWith = (values: Partial<Task>): Task => build(taskEntity, { id: T, ...values });

const stored = async (ctx: TestContext): Promise<Task> =>
  (await ctx.look((tx) => tx.row('task', WORKSPACE, T))) as unknown as Task;
const put = (ctx: TestContext, task: Task) =>
  ctx.store.transaction('relaxed', (tx) => tx.putRow('task', task as never));

/** The words of a refusal, or null, as the writer answers. */
const renameIn =
  (ctx: TestContext, seen: TextEdit[]) =>
  async (edit: TextEdit): Promise<string | null> => {
    seen.push(edit);
    const result = await renameTask(ctx, { id: T, version: edit.base, title: edit.from }, edit.to);
    return notSavedWords(result);
  };

const shown = { wrapper: ToastProvider };
const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Title' });
const type = (text: string) => fireEvent.change(field(), { target: { value: text } });

describe('the title of the open task', () => {
  it('[CL10] closed with words that cannot be stored: says so, and keeps them to be copied', async () => {
    const copied: string[] = [];
    const clipboard = { writeText: async (text: string) => void copied.push(text) };
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
    const task = taskWith({ title: 'Pay', version: 3 });
    const titled = <TaskTitle task={task} rename={async () => 'This device is full.'} mayWrite />;
    const view = render(titled, shown);
    fireEvent.focus(field());
    type('Pay the rent');
    view.rerender(<p>closed</p>);
    await screen.findByText('This device is full.');
    fireEvent.click(screen.getByRole('button', { name: 'Copy it' }));
    await screen.findByText('What you wrote is copied');
    expect(copied).toEqual(['Pay the rent']);
    expect(hasUnsaved()).toBe(false);
  });

  it('closed with no title at all: the last one stays, nothing was lost', async () => {
    const task = taskWith({ title: 'Pay', version: 3 });
    const view = render(<TaskTitle task={task} rename={async () => null} mayWrite />, shown);
    fireEvent.focus(field());
    type(' ');
    view.rerender(<p>closed</p>);
    await waitFor(() => expect(hasUnsaved()).toBe(false));
    expect(screen.queryByRole('button', { name: 'Copy it' })).toBeNull();
  });

  it('[CL1] an editor open while another device changes the text ends with both', async () => {
    const ctx = testContext();
    const edits: TextEdit[] = [];
    const before = taskWith({ title: 'Pay rent', version: 3 });
    await put(ctx, before);
    const view = render(<TaskTitle task={before} rename={renameIn(ctx, edits)} mayWrite />, shown);
    fireEvent.focus(field());
    type('Pay the rent');

    // Another device's change is received while the field is open.
    const after = taskWith({ title: 'Pay rent on Friday', version: 4 });
    await put(ctx, after);
    view.rerender(<TaskTitle task={after} rename={renameIn(ctx, edits)} mayWrite />);
    expect(field().value).toBe('Pay the rent');

    fireEvent.blur(field());
    await waitFor(async () => expect((await stored(ctx)).title).toBe('Pay the rent on Friday'));
    expect(edits).toEqual([{ from: 'Pay rent', base: 3, to: 'Pay the rent' }]);

    view.rerender(<TaskTitle task={await stored(ctx)} rename={renameIn(ctx, edits)} mayWrite />);
    await waitFor(() => expect(field().value).toBe('Pay the rent on Friday'));
  });

  it('[CL1] saves after a second of quiet, and goes on from what it saved', async () => {
    const ctx = testContext();
    const edits: TextEdit[] = [];
    const task = taskWith({ title: 'Pay', version: 3 });
    await put(ctx, task);
    render(<TaskTitle task={task} rename={renameIn(ctx, edits)} mayWrite />, shown);
    fireEvent.focus(field());
    type('Pay rent');
    expect(hasUnsaved()).toBe(true);
    await waitFor(() => expect(edits).toHaveLength(1));
    await waitFor(() => expect(hasUnsaved()).toBe(false));
    type('Pay rent today');
    fireEvent.keyDown(field(), { key: 'Enter' });
    await waitFor(() => expect(edits).toHaveLength(2));
    expect(edits[1]).toEqual({ from: 'Pay rent', base: 3, to: 'Pay rent today' });
    await waitFor(async () => expect((await stored(ctx)).title).toBe('Pay rent today'));
  });

  it('[CL10] keeps the text that could not be stored, with the reason', async () => {
    const task = taskWith({ title: 'Pay', version: 3 });
    render(<TaskTitle task={task} rename={async () => 'This device is full.'} mayWrite />, shown);
    fireEvent.focus(field());
    type('Pay rent');
    fireEvent.blur(field());
    expect(await screen.findByText('This device is full.')).toBeTruthy();
    expect(field().value).toBe('Pay rent');
    expect(hasUnsaved()).toBe(true);
  });

  it('asks for a title and writes none while there is none', async () => {
    const edits: TextEdit[] = [];
    render(
      <TaskTitle task={taskWith({ title: 'Pay' })} rename={renameIn(testContext(), edits)} mayWrite />,
      shown,
    );
    fireEvent.focus(field());
    type('  ');
    fireEvent.blur(field());
    expect(await screen.findByText(/needs a title/)).toBeTruthy();
    expect(edits).toEqual([]);
  });

  it('saves what is unsaved when it is closed', async () => {
    const ctx = testContext();
    const edits: TextEdit[] = [];
    const task = taskWith({ title: 'Pay', version: 3 });
    await put(ctx, task);
    const view = render(<TaskTitle task={task} rename={renameIn(ctx, edits)} mayWrite />, shown);
    fireEvent.focus(field());
    type('Pay rent');
    view.unmount();
    await waitFor(async () => expect((await stored(ctx)).title).toBe('Pay rent'));
    await waitFor(() => expect(hasUnsaved()).toBe(false));
  });
});
