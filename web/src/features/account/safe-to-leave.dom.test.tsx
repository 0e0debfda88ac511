import 'fake-indexeddb/auto';
import { uuidOf, WORKSPACE } from '@holdfast/shared/testing/build';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HoldfastDatabase } from '../../db/db';
import { createDexieStore } from '../../db/dexie-store';
import { mutate } from '../../db/mutate';
import { StorageFailure } from '../../db/storage-failure';
import { ActionContextProvider } from '../../db/use-action-context';
import { DatabaseProvider } from '../../db/use-live';
import { testContext } from '../../testing/write-context';
import { ToastProvider } from '../../ui/toast';
import { SyncProvider, type SyncView } from '../sync/sync-context';
import { SafeToLeave } from './safe-to-leave';
import { type Session, SessionProvider } from './session-context';
import type { WayOut } from './ways-out';

let db: HoldfastDatabase;
beforeEach(async () => {
  db = new HoldfastDatabase('safe-to-leave');
  await db.open();
});
afterEach(async () => {
  cleanup();
  vi.restoreAllMocks();
  await db.delete();
});

async function write(count: number): Promise<void> {
  const ctx = testContext(createDexieStore(db));
  for (let n = 1; n <= count; n += 1)
    await mutate(ctx, {
      workspaceId: WORKSPACE,
      name: 'task.add',
      ops: [
        { op: 'create', entity: 'task', id: uuidOf(n), values: { title: `Task ${n}`, position: `a${n}` } },
      ],
    });
}

interface Showing {
  readonly way?: WayOut;
  readonly offline?: boolean;
  readonly standing?: Session['standing'];
}

function show({ way = 'sign-out', offline = false, standing = 'in' }: Showing = {}) {
  const acts = { leave: vi.fn(), syncNow: vi.fn(), close: vi.fn() };
  const sync = { offline, syncNow: acts.syncNow } as unknown as SyncView;
  const session = {
    standing,
    account: standing === 'none' ? null : { id: 'a', email: 'sam@harbour.example', name: 'Sam' },
    workspaces: [],
    workspaceId: WORKSPACE,
  } as unknown as Session;
  render(
    <DatabaseProvider value={db}>
      <ActionContextProvider value={testContext()}>
        <ToastProvider>
          <SessionProvider value={session}>
            <SyncProvider value={sync}>
              <SafeToLeave way={way} open onClose={acts.close} onLeave={acts.leave} />
            </SyncProvider>
          </SessionProvider>
        </ToastProvider>
      </ActionContextProvider>
    </DatabaseProvider>,
  );
  return acts;
}
/** A choice's name goes on with what becomes of the changes. */
const press = async (name: string) => {
  const buttons = await screen.findAllByRole('button');
  fireEvent.click(buttons.find((button) => button.textContent?.startsWith(name)) ?? screen.getByText(name));
};

describe('[CL11] safe to leave?', () => {
  it('with everything sent it is one question', async () => {
    const { leave } = show();
    await screen.findByText(/Everything is saved in your account/);
    await press('Sign out');
    expect(leave).toHaveBeenCalledWith('discard');
  });

  it('says in words what only this device has, and counts what it does not name', async () => {
    await write(7);
    show();
    await screen.findByRole('dialog', { name: '7 changes are only on this device' });
    const list = screen.getByRole('list', { name: 'Only on this device' });
    expect(list.textContent).toContain('Added Task 7');
    expect(list.textContent).toContain('and 2 more');
  });

  it('offers to send, keep, save a file, discard', async () => {
    await write(3);
    const { syncNow, leave } = show();
    await screen.findByRole('dialog', { name: '3 changes are only on this device' });
    await press('Send now');
    expect(syncNow).toHaveBeenCalledTimes(1);
    expect(leave).not.toHaveBeenCalled();
    await press('Keep for me, sign out');
    expect(leave).toHaveBeenCalledWith('keep');
  });

  it('offline sending rests and says why; keeping still works', async () => {
    await write(1);
    const { syncNow, leave } = show({ offline: true, way: 'switch' });
    await screen.findByRole('dialog', { name: '1 change is only on this device' });
    await press('Send now');
    expect(syncNow).not.toHaveBeenCalled();
    expect(screen.getByText('Needs a connection')).toBeTruthy();
    await press('Keep for me, go on');
    expect(leave).toHaveBeenCalledWith('keep');
  });

  it('discarding looks dangerous and is asked once more, with a file offered first', async () => {
    await write(3);
    const { leave } = show();
    const choice = (await screen.findByText('Discard…')).closest('button');
    expect(choice?.className).toContain('danger');
    await press('Discard…');
    await screen.findByRole('dialog', { name: 'Discard 3 changes?' });
    expect(screen.getByRole('button', { name: 'Save a file first' })).toBeTruthy();
    expect(leave).not.toHaveBeenCalled();
    await press('Discard and sign out');
    await waitFor(() => expect(leave).toHaveBeenCalledWith('discard'));
  });

  it('clearing keeps nothing, and says so by not offering it', async () => {
    await write(2);
    show({ way: 'clear' });
    await screen.findByRole('dialog', { name: '2 changes are only on this device' });
    expect(screen.queryByText(/Keep for me/)).toBeNull();
    expect(screen.getByText('Save a file')).toBeTruthy();
  });

  it('without an account, an account is the way to have it elsewhere', async () => {
    await write(2);
    show({ way: 'clear', standing: 'none' });
    await screen.findByText('Create an account');
    expect(screen.queryByText('Send now')).toBeNull();
  });

  it('[H47] where nothing can be read it claims nothing and lets nobody out', async () => {
    vi.spyOn(db, 'failure', 'get').mockReturnValue(new StorageFailure('dead'));
    vi.spyOn(IDBIndex.prototype, 'openCursor').mockImplementation(() => {
      throw new DOMException('', 'UnknownError');
    });
    vi.spyOn(IDBObjectStore.prototype, 'count').mockImplementation(() => {
      throw new DOMException('', 'UnknownError');
    });
    show();
    await screen.findByText(/storage does not answer/);
    expect(screen.getAllByRole('button').map((button) => button.textContent)).toEqual(['Stay']);
  });
});
