import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { CallResult } from '../../platform/call';
import { hasUnsaved } from '../../platform/unsaved';
import { syncView } from '../../testing/sync-view';
import { SyncProvider } from '../sync/sync-context';
import { AuthForm } from './auth-form';
import type { AuthMode } from './auth-input';
import { type Session, SessionProvider } from './session-context';

afterEach(cleanup);

function show(answer: Promise<CallResult<unknown>>, mode: AuthMode = 'sign-up', offline = false) {
  const enter = vi.fn(() => answer);
  const session: Session = {
    standing: 'none',
    account: null,
    workspaces: [],
    workspaceId: 'w',
    deviceName: 'Chrome on Linux',
    send: async () => ({ kind: 'unreachable' }),
    signUp: enter,
    signIn: enter,
    clearDevice: async () => undefined,
    signOut: async () => undefined,
    openWorkspace: vi.fn(),
    createWorkspace: async () => ({ kind: 'unreachable' }),
    refresh: async () => ({ kind: 'unreachable' }),
  };
  const onEntered = vi.fn();
  render(
    <SessionProvider value={session}>
      <SyncProvider value={syncView({ offline })}>
        <AuthForm mode={mode} onEntered={onEntered} />
      </SyncProvider>
    </SessionProvider>,
  );
  return { enter, onEntered };
}
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const typedIn = (label: string) => (screen.getByLabelText(label) as HTMLInputElement).value;
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
function fill(password = 'kelp and tide and salt'): void {
  type('Name', 'Sam');
  type('Email', ' sam@harbour.example ');
  type('Password', password);
}

describe('creating an account', () => {
  it('[AC1] a short password is said beside its field, before anything is sent', () => {
    const { enter } = show(Promise.resolve({ kind: 'ok', value: null }));
    fill('kelp-22');
    press('Create account');
    expect(screen.getByText('Too short. Use 12 characters or more; a few words work well.')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByLabelText('Password'));
    expect(enter).not.toHaveBeenCalled();
    expect(typedIn('Password')).toBe('kelp-22');
  });

  it('[H57] what was typed is not reloaded away by a new version', () => {
    show(Promise.resolve({ kind: 'ok', value: null }));
    expect(hasUnsaved()).toBe(false);
    type('Email', 'sam@harbour.example');
    expect(hasUnsaved()).toBe(true);
    cleanup();
    expect(hasUnsaved()).toBe(false);
  });

  it('a refusal is said in words at its field, and clears nothing', async () => {
    show(Promise.resolve({ kind: 'refused', status: 409, code: 'email_taken', retryAfterMs: null }));
    fill();
    press('Create account');
    await screen.findByText('There is an account with this email already. Sign in instead.');
    expect([typedIn('Name'), typedIn('Password')]).toEqual(['Sam', 'kelp and tide and salt']);
    expect(screen.getByLabelText('Email').getAttribute('aria-invalid')).toBe('true');
  });

  it('no answer: what needs a connection says so, and that everything else works', async () => {
    show(Promise.resolve({ kind: 'unreachable' }));
    fill();
    press('Create account');
    await screen.findByText('This needs a connection. Everything else works: your tasks are saved here.');
    expect(typedIn('Password')).toBe('kelp and tide and salt');
  });

  it('[CL10] a full device is said in words, and the button can be pressed again', async () => {
    const full = Promise.reject(new DOMException('', 'QuotaExceededError'));
    full.catch(() => undefined);
    show(full);
    fill();
    press('Create account');
    await screen.findByText('This device is full. What is on screen is not saved yet.');
    expect(screen.getByRole('button', { name: 'Create account' })).toBeTruthy();
    expect(typedIn('Password')).toBe('kelp and tide and salt');
  });

  it('while it is sent the button says so and is not pressed twice; then the page goes on', async () => {
    let arrive: (result: CallResult<unknown>) => void = () => {};
    const { enter, onEntered } = show(new Promise((resolve) => (arrive = resolve)));
    fill();
    press('Create account');
    const sending = await screen.findByRole('button', { name: 'Sending…' });
    fireEvent.click(sending);
    expect(enter).toHaveBeenCalledTimes(1);
    expect(enter).toHaveBeenCalledWith({
      name: 'Sam',
      email: 'sam@harbour.example',
      password: 'kelp and tide and salt',
    });
    arrive({ kind: 'ok', value: null });
    await waitFor(() => expect(onEntered).toHaveBeenCalledTimes(1));
  });

  it('offline the button rests and says why', () => {
    const { enter } = show(Promise.resolve({ kind: 'ok', value: null }), 'sign-in', true);
    expect(screen.getByText('This needs a connection.')).toBeTruthy();
    type('Email', 'sam@harbour.example');
    type('Password', 'kelp and tide and salt');
    press('Sign in');
    const form = screen.getByLabelText('Email').closest('form');
    if (form) fireEvent.submit(form);
    expect(enter).not.toHaveBeenCalled();
  });
});
