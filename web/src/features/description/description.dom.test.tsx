import 'fake-indexeddb/auto';
import type { Task } from '@holdfast/shared/entities/task';
import { WORKSPACE } from '@holdfast/shared/testing/build';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { useLive } from '../../db/use-live';
import { openStage, type Stage } from '../../testing/show-page';
import { describeTask } from '../tasks/actions';
import { addTask } from '../tasks/add-tasks';
import { liveTask } from '../tasks/queries';
import { useTaskEdits } from '../tasks/use-task-edits';
import { Description } from './description';

let open: Stage;
let id: string;
beforeEach(async () => {
  open = await openStage('description');
});
afterEach(() => open.strike());

function Live({ mayWrite }: { mayWrite: boolean }) {
  const live = useLive(liveTask(WORKSPACE, id), []);
  return live.state === 'ready' && live.value ? <Loaded task={live.value} mayWrite={mayWrite} /> : null;
}

function Loaded({ task, mayWrite }: { task: Task; mayWrite: boolean }) {
  const edits = useTaskEdits(task, () => undefined);
  return <Description task={task} describe={edits.describe} mayWrite={mayWrite} />;
}

async function openWith(description: string, mayWrite = true) {
  const result = await addTask(open.ctx, { title: 'Order rope', description });
  id = result.kind === 'saved' ? (result.rows[0]?.id ?? '') : '';
  open.show(<Live mayWrite={mayWrite} />);
  await screen.findByRole('heading', { name: 'Description' });
}

const stored = async () => (await open.read.row('task', WORKSPACE, id))?.description;
const field = () => screen.getByRole('textbox', { name: 'Description' });
const box = (words: string) => screen.findByRole('checkbox', { name: `Check: ${words}` });

describe('the description', () => {
  it('shows markdown, and HTML and odd links as the text that they are', async () => {
    await openWith(
      'Ring **Tove**, `12 mm`\n\n<img src=x onerror=alert(1)>\n\n[go](javascript:alert(1)) [ok](https://a.example)',
    );
    expect(screen.getByText('Tove').tagName).toBe('STRONG');
    expect(screen.getByText('<img src=x onerror=alert(1)>')).toBeTruthy();
    expect(document.querySelector('img, script')).toBeNull();
    expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
      'https://a.example/',
    ]);
  });

  it('a check box changes one character and is undone alone', async () => {
    await openWith('Buy:\n- [ ] rope\n- [x] shackles');
    fireEvent.click(await box('rope'));
    await waitFor(async () => expect(await stored()).toBe('Buy:\n- [x] rope\n- [x] shackles'));
    fireEvent.click(await box('shackles'));
    await waitFor(async () => expect(await stored()).toBe('Buy:\n- [x] rope\n- [ ] shackles'));
  });

  it('a box pressed twice at once is as it was, and a third time it is checked', async () => {
    await openWith('- [ ] rope\n- [ ] shackles');
    const rope = await box('rope');
    fireEvent.click(rope);
    fireEvent.click(rope);
    fireEvent.click(await box('shackles'));
    await waitFor(async () => expect(await stored()).toBe('- [ ] rope\n- [x] shackles'));
    await waitFor(async () => expect(rope.getAttribute('aria-checked')).toBe('false'));
    for (let press = 0; press < 3; press++) fireEvent.click(rope);
    await waitFor(async () => expect(await stored()).toBe('- [x] rope\n- [x] shackles'));
    expect(rope.getAttribute('aria-checked')).toBe('true');
  });

  it('pressed, it is written with what becomes of it below; leaving stores it', async () => {
    await openWith('Ring Tove');
    fireEvent.click(screen.getByRole('button', { name: 'Edit the description' }));
    fireEvent.change(field(), { target: { value: 'Ring *Tove*' } });
    await waitFor(() => expect(screen.getByText('Tove').tagName).toBe('EM'));
    expect(await stored()).toBe('Ring Tove');
    fireEvent.blur(field());
    await waitFor(async () => expect(await stored()).toBe('Ring *Tove*'));
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('[CL1] a box pressed while the text is open changes the draft; words from elsewhere join in it, not over it', async () => {
    await openWith('- [ ] rope');
    fireEvent.click(screen.getByRole('button', { name: 'Edit the description' }));
    fireEvent.change(field(), { target: { value: '- [ ] rope, 40 m' } });
    const seen = await open.read.row('task', WORKSPACE, id);
    if (!seen) throw new Error('no task');
    await describeTask(open.ctx, seen, 'For the racks:\n- [ ] rope');
    const inPreview = await box('rope, 40 m');
    fireEvent.blur(field(), { relatedTarget: inPreview });
    fireEvent.click(inPreview);
    await waitFor(() => expect((field() as HTMLTextAreaElement).value).toBe('- [x] rope, 40 m'));
    fireEvent.blur(field());
    await waitFor(async () => expect(await stored()).toBe('For the racks:\n- [x] rope, 40 m'));
  });

  it('a box pressed before the preview has caught up with the text turns the one that was seen', async () => {
    await openWith('- [ ] rope\n- [ ] shackles');
    fireEvent.click(screen.getByRole('button', { name: 'Edit the description' }));
    const seen = await box('rope');
    act(() => {
      fireEvent.change(field(), { target: { value: '- [ ] a knife\n- [ ] rope\n- [ ] shackles' } });
      fireEvent.click(seen);
    });
    expect((field() as HTMLTextAreaElement).value).toBe('- [ ] a knife\n- [x] rope\n- [ ] shackles');
  });

  it('a viewer reads it and can press nothing', async () => {
    await openWith('- [ ] rope', false);
    expect((await box('rope')).hasAttribute('disabled')).toBe(true);
    expect(screen.queryByRole('button', { name: 'Edit the description' })).toBeNull();
  });
});
