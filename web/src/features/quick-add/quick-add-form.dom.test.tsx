import { project as projectEntity } from '@holdfast/shared/entities/project';
import { build, uuidOf } from '@holdfast/shared/testing/build';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useRef, useState } from 'react';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Directory, DirectoryProvider } from '../tasks/directory';
import { emptyDraft, type NewTask } from './new-task';
import { QuickAddForm } from './quick-add-form';
import { nowhere, type QuickAddStart } from './quick-add-start';
import type { QuickAddWorld } from './understood';

beforeAll(() => {
  globalThis.matchMedia ??= (() => ({
    matches: false,
    addEventListener() {},
    removeEventListener() {},
  })) as never;
});
afterEach(cleanup);

const home = build(projectEntity, { id: uuidOf(2), name: 'Home' });
const directory: Directory = {
  projects: [home],
  projectById: new Map([[home.id, home]]),
  labels: [],
  labelById: new Map(),
  members: [],
  memberByAccount: new Map(),
  today: '2026-03-12',
  now: '09:41',
  me: '',
  mayWrite: true,
};

const world: QuickAddWorld = {
  ...directory,
  people: [],
  weekStart: 1,
  dayFirst: true,
};

interface FormProps {
  add: (tasks: readonly NewTask[]) => Promise<string | null>;
  start?: QuickAddStart;
  onAdded?: (stay: boolean) => void;
}

function Form({ add, start: first = nowhere, onAdded }: FormProps) {
  const [draft, setDraft] = useState(emptyDraft);
  const [start, setStart] = useState(first);
  const field = useRef<HTMLTextAreaElement>(null);
  return (
    <DirectoryProvider value={directory}>
      <QuickAddForm
        world={world}
        draft={draft}
        onDraft={setDraft}
        start={start}
        onStart={setStart}
        add={add}
        onAdded={(stay) => {
          setDraft(emptyDraft);
          onAdded?.(stay);
        }}
        offline={false}
        field={field}
      />
    </DirectoryProvider>
  );
}

const into = (added: NewTask[]) => async (tasks: readonly NewTask[]) => {
  added.push(...tasks);
  return null;
};
const line = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'New task' });
const type = (text: string) => fireEvent.change(line(), { target: { value: text } });
const chips = () => screen.getByRole('group', { name: 'Understood as' }).textContent;

describe('quick add', () => {
  it('shows what it understood as chips, and adds it with Enter', async () => {
    const added: NewTask[] = [];
    render(<Form add={into(added)} />);
    type('Pay rent tomorrow #home !! #rope');
    expect(chips()).toBe('TomorrowHomeUrgentNew label rope');
    fireEvent.keyDown(line(), { key: 'Enter' });
    await waitFor(() => expect(added).toHaveLength(1));
    expect(added[0]).toMatchObject({
      title: 'Pay rent',
      dueOn: '2026-03-13',
      projectId: home.id,
      priority: 4,
      newLabels: ['rope'],
      labels: [],
    });
    await waitFor(() => expect(line().value).toBe(''));
  });

  it('makes a new project of an unknown name where that is chosen, and takes it back', async () => {
    const added: NewTask[] = [];
    render(<Form add={into(added)} />);
    type('Splice #shed');
    fireEvent.select(line());
    expect(chips()).toBe('New label shedNew project shed');
    fireEvent.click(screen.getByRole('button', { name: 'New project shed' }));
    expect(chips()).toBe('New project shedNew label shed');
    fireEvent.click(screen.getByRole('button', { name: 'New label shed' }));
    fireEvent.click(screen.getByRole('button', { name: 'New project shed' }));
    fireEvent.keyDown(line(), { key: 'Enter' });
    await waitFor(() => expect(added[0]).toMatchObject({ newProject: 'shed', newLabels: [] }));
  });

  it('turns a chip back into plain words with its cross', async () => {
    const added: NewTask[] = [];
    render(<Form add={into(added)} />);
    type('Read #home');
    fireEvent.click(screen.getByRole('button', { name: 'Keep “#home” as words' }));
    expect(chips()).toBe('');
    fireEvent.keyDown(line(), { key: 'Enter' });
    await waitFor(() => expect(added[0]).toMatchObject({ title: 'Read #home', projectId: null }));
  });

  it('takes the day of where it was opened, until that chip is crossed out', async () => {
    const added: NewTask[] = [];
    render(<Form start={{ ...nowhere, dueOn: '2026-03-12' }} add={into(added)} />);
    type('Read');
    expect(chips()).toBe('Today');
    fireEvent.click(screen.getByRole('button', { name: 'Not due today' }));
    fireEvent.keyDown(line(), { key: 'Enter' });
    await waitFor(() => expect(added[0]).toMatchObject({ dueOn: null }));
  });

  it('[CL10] keeps the line and says why where it could not be stored', async () => {
    render(<Form add={async () => 'This device is full. What is on screen is not saved yet.'} />);
    type('Pay rent');
    fireEvent.keyDown(line(), { key: 'Enter' });
    expect(await screen.findByText(/This device is full/)).toBeTruthy();
    expect(line().value).toBe('Pay rent');
  });

  it('adds and stays with Shift Enter; asks for words without any', async () => {
    const stays: boolean[] = [];
    render(<Form add={async () => null} onAdded={(stay) => stays.push(stay)} />);
    fireEvent.keyDown(line(), { key: 'Enter' });
    expect(await screen.findByText('Write what is to be done.')).toBeTruthy();
    type('One');
    fireEvent.keyDown(line(), { key: 'Enter', shiftKey: true });
    await waitFor(() => expect(stays).toEqual([true]));
  });

  it('adds once what Enter is pressed on twice', async () => {
    const added: NewTask[] = [];
    const onAdded = vi.fn();
    render(<Form add={into(added)} onAdded={onAdded} />);
    type('One');
    fireEvent.keyDown(line(), { key: 'Enter' });
    fireEvent.keyDown(line(), { key: 'Enter' });
    await waitFor(() => expect(onAdded).toHaveBeenCalled());
    expect(added.map(({ title }) => title)).toEqual(['One']);
  });

  it('makes a task of each line that is pasted, or one of all', async () => {
    const added: NewTask[] = [];
    render(<Form add={into(added)} />);
    type('- Rope tomorrow #home\n- Tar !high\n');
    expect(screen.getByText('2 lines: each becomes a task')).toBeTruthy();
    expect(screen.getByText('Tomorrow · Home')).toBeTruthy();
    fireEvent.keyDown(line(), { key: 'Enter' });
    await waitFor(() => expect(added.map((task) => task.title)).toEqual(['Rope', 'Tar']));
    expect(added[0]).toMatchObject({ projectId: home.id, dueOn: '2026-03-13' });
    type('- Rope\n- Tar');
    fireEvent.click(screen.getByRole('button', { name: 'One task instead' }));
    expect(line().value).toBe('Rope Tar');
  });

  it('says from when something repeats, and at which time it is due', () => {
    render(<Form add={async () => null} />);
    type('Water every friday');
    expect(chips()).toBe('Every Friday · Tomorrow');
    type('Water every day at 9am');
    expect(chips()).toBe('Every dayTomorrow, 09:00');
    type('Ring 5pm');
    expect(chips()).toBe('Today, 17:00');
    type('Ring fri and at 9am');
    expect(chips()).toBe('Tomorrow09:00');
  });

  it('takes the meaning back with Backspace behind it, the words with the next', () => {
    render(<Form add={async () => null} />);
    type('Ring fri');
    line().setSelectionRange(8, 8);
    expect(fireEvent.keyDown(line(), { key: 'Backspace' })).toBe(false);
    expect(chips()).toBe('');
    expect(fireEvent.keyDown(line(), { key: 'Backspace' })).toBe(true);
  });

  // Safari tells of the press when the composition has ended, by its number alone.
  it.each([{ isComposing: true }, { keyCode: 229 }])(
    'takes no Enter that only ends a composition: %j',
    (how) => {
      const added: NewTask[] = [];
      render(<Form add={into(added)} />);
      type('Pay');
      fireEvent.keyDown(line(), { key: 'Enter', ...how });
      expect(added).toEqual([]);
    },
  );
});
