import 'fake-indexeddb/auto';
import { uuidOf, WORKSPACE } from '@holdfast/shared/testing/build';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { type ReactNode, useState } from 'react';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { HoldfastDatabase } from '../../db/db';
import { createDexieStore } from '../../db/dexie-store';
import { createReader } from '../../db/reader';
import { ActionContextProvider } from '../../db/use-action-context';
import { DatabaseProvider, useLiveKept } from '../../db/use-live';
import { testContext } from '../../testing/write-context';
import { ToastProvider } from '../../ui/toast';
import { UndoProvider } from '../undo/undo-provider';
import { addTask } from './add-tasks';
import { type Directory, DirectoryProvider } from './directory';
import { liveTaskList } from './queries';
import { TaskList } from './task-list';
import { useComplete } from './use-complete';

beforeAll(() => {
  globalThis.matchMedia ??= (() => ({
    matches: false,
    addEventListener() {},
    removeEventListener() {},
  })) as never;
});

const directory: Directory = {
  projects: [],
  projectById: new Map(),
  labels: [],
  labelById: new Map(),
  members: [],
  memberByAccount: new Map(),
  today: '2026-03-12',
  now: '09:41',
  me: uuidOf(0xc0),
  mayWrite: true,
};

let opened: HoldfastDatabase | null = null;
afterEach(async () => {
  cleanup();
  await opened?.delete();
  opened = null;
});

async function openWith(titles: readonly string[], later: { accountId?: string; ms?: number } = {}) {
  let skew = 0;
  const db = new HoldfastDatabase('test/task-list');
  await db.open();
  opened = db;
  const ctx = { ...testContext(createDexieStore(db)), read: createReader(db), now: () => Date.now() + skew };
  if (later.accountId !== undefined) Object.assign(ctx, { accountId: later.accountId });
  for (const title of titles) await addTask(ctx, { title });
  skew = later.ms ?? 0;
  const wrap = (children: ReactNode) => (
    <DatabaseProvider value={db}>
      <ActionContextProvider value={ctx}>
        <ToastProvider>
          <UndoProvider>
            <DirectoryProvider value={directory}>{children}</DirectoryProvider>
          </UndoProvider>
        </ToastProvider>
      </ActionContextProvider>
    </DatabaseProvider>
  );
  render(wrap(<Open />));
  await waitFor(() => expect(rows()).toEqual([...titles]));
}

function Open() {
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const onComplete = useComplete();
  const live = useLiveKept(liveTaskList(WORKSPACE, null), []);
  return (
    <div ref={setScroller}>
      {live.state === 'ready' && (
        <TaskList
          label="Open"
          ids={live.value.open}
          scroller={scroller}
          openTaskId={null}
          onComplete={onComplete}
        />
      )}
    </div>
  );
}

const list = () => screen.getByRole('list', { name: 'Open' });
const rows = () =>
  within(list())
    .queryAllByRole('link')
    .map((link) => link.querySelector('.row-title')?.textContent);
const check = (title: string) => screen.getByRole('checkbox', { name: `Complete: ${title}` });

describe('completing in a list', () => {
  it('is stored at once; the row rests in its place, struck, and closes up after', async () => {
    await openWith(['One', 'Two', 'Three']);
    fireEvent.click(check('Two'));
    await waitFor(() => expect(check('Two').getAttribute('aria-checked')).toBe('true'));
    expect(rows()).toEqual(['One', 'Two', 'Three']);
    await waitFor(() => expect(rows()).toEqual(['One', 'Three']));
  });

  it('[CL1] pressed twice before the list is read again, it is as it was', async () => {
    await openWith(['One']);
    fireEvent.click(check('One'));
    fireEvent.click(check('One'));
    const history = async () => (opened ? await createReader(opened).done(WORKSPACE) : []);
    await waitFor(async () =>
      expect((await history()).map(({ name }) => name)).toEqual(['task.reopen', 'task.complete', 'task.add']),
    );
    expect(check('One').getAttribute('aria-checked')).toBe('false');
    expect(await opened?.relaxed.table('task').toArray()).toMatchObject([{ status: 'todo' }]);
  });

  it('comes back with Undo, in its place', async () => {
    await openWith(['One', 'Two', 'Three']);
    fireEvent.click(check('Two'));
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(check('Two').getAttribute('aria-checked')).toBe('false'));
    expect(rows()).toEqual(['One', 'Two', 'Three']);
  });

  it('says where a row stands among all of them', async () => {
    await openWith(['One', 'Two']);
    const [, second] = within(list()).getAllByRole('listitem');
    expect(second?.getAttribute('aria-posinset')).toBe('2');
    expect(second?.getAttribute('aria-setsize')).toBe('2');
  });

  it('marks what is unsent after two seconds, not before', async () => {
    await openWith(['One']);
    expect(screen.queryByRole('img', { name: /not sent yet/ })).toBeNull();
    expect(await screen.findByRole('img', { name: /not sent yet/ })).toBeTruthy();
  });

  it('marks nothing without an account: everything is here alone, and said once', async () => {
    await openWith(['One'], { accountId: directory.me, ms: 5000 });
    expect(await screen.findByRole('img', { name: /not sent yet/ })).toBeTruthy();
    cleanup();
    await opened?.delete();
    await openWith(['One'], { accountId: '', ms: 5000 });
    // What is unsent was read by the time that the row stands in its colours.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    expect(screen.queryByRole('img', { name: /not sent yet/ })).toBeNull();
  });
});
