import 'fake-indexeddb/auto';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HoldfastDatabase } from '../../db/db';
import { ActionContextProvider } from '../../db/use-action-context';
import { DatabaseProvider } from '../../db/use-live';
import { testContext } from '../../testing/write-context';
import { ToastProvider } from '../../ui/toast';
import { SyncProvider, type SyncView } from '../sync/sync-context';
import { type Session, SessionProvider } from './session-context';
import { SignOutDialog } from './sign-out-dialog';

let db: HoldfastDatabase;
beforeEach(async () => {
  db = new HoldfastDatabase('sign-out-dialog');
  await db.open();
});
afterEach(async () => {
  cleanup();
  await db.delete();
});

function show(waiting: number, { offline = false } = {}) {
  const acts = { signOut: vi.fn(async () => undefined), syncNow: vi.fn(), onClose: vi.fn() };
  const sync: SyncView = {
    statement: { kind: 'waiting', text: '3 changes saved here', second: '', count: waiting, fraction: null },
    waiting,
    needsYou: 0,
    offline,
    serverTrouble: false,
    nextTryAt: null,
    needsUpdate: false,
    moving: null,
    asOf: null,
    alone: true,
    unknownWorkspaces: [],
    syncNow: acts.syncNow,
    compare: vi.fn(),
  };
  const session = {
    standing: 'in',
    account: { id: 'a', email: 'sam@harbour.example', name: 'Sam' },
    workspaces: [],
    workspaceId: 'w',
    signOut: acts.signOut,
  } as unknown as Session;
  render(
    <DatabaseProvider value={db}>
      <ActionContextProvider value={testContext()}>
        <ToastProvider>
          <SessionProvider value={session}>
            <SyncProvider value={sync}>
              <SignOutDialog open onClose={acts.onClose} />
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

describe('[CL11] leaving this browser', () => {
  it('with everything sent it is one question', async () => {
    const { signOut } = show(0);
    await screen.findByRole('dialog', { name: 'Sign out?' });
    await press('Sign out');
    await waitFor(() => expect(signOut).toHaveBeenCalledWith('discard'));
  });

  it('with changes that only this device has, it offers to send, keep, save a file, discard', async () => {
    const { syncNow, signOut } = show(3);
    await screen.findByRole('dialog', { name: '3 changes are only on this device' });
    await press('Send now');
    expect(syncNow).toHaveBeenCalledTimes(1);
    expect(signOut).not.toHaveBeenCalled();
    await press('Keep for me, sign out');
    await waitFor(() => expect(signOut).toHaveBeenCalledWith('keep'));
  });

  it('offline sending rests and says why; keeping still works', async () => {
    const { syncNow } = show(3, { offline: true });
    await press('Send now');
    expect(syncNow).not.toHaveBeenCalled();
    expect(screen.getByText('Needs a connection')).toBeTruthy();
  });

  it('discarding is asked once more, with a file offered first', async () => {
    const { signOut } = show(3);
    await press('Discard…');
    await screen.findByRole('dialog', { name: 'Discard 3 changes?' });
    expect(screen.getByRole('button', { name: 'Save a file first' })).toBeTruthy();
    expect(signOut).not.toHaveBeenCalled();
    await press('Discard and sign out');
    await waitFor(() => expect(signOut).toHaveBeenCalledWith('discard'));
  });
});
