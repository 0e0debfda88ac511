import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Toast, ToastPlace, ToastProvider, useToasts } from './toast';

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

function Shower({ toast, name }: { toast: Toast; name: string }) {
  const { show } = useToasts();
  return (
    <button type="button" onClick={() => show(toast)}>
      {name}
    </button>
  );
}

function page(undone = () => undefined) {
  render(
    <ToastProvider>
      <Shower name="one" toast={{ text: 'Completed one', action: { label: 'Undo', onPress: undone } }} />
      <Shower name="two" toast={{ text: 'Completed two' }} />
      <Shower name="update" toast={{ text: 'A new version is ready', stays: true }} />
    </ToastProvider>,
  );
}

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const pass = (ms: number) => act(() => vi.advanceTimersByTime(ms));

test('what covers the page shows the messages in it, those that stood over the page too', () => {
  const page = (sheet: boolean) => (
    <ToastProvider>
      <Shower name="one" toast={{ text: 'Completed one' }} />
      {sheet && (
        <div role="dialog">
          <ToastPlace />
        </div>
      )}
    </ToastProvider>
  );
  const { rerender } = render(page(false));
  press('one');
  expect(screen.getByText('Completed one')).toBeTruthy();
  rerender(page(true));
  expect(screen.getByRole('dialog').contains(screen.getByText('Completed one'))).toBe(true);
  rerender(page(false));
  expect(screen.getAllByText('Completed one')).toHaveLength(1);
});

test('one toast at a time: the newer one takes the place', () => {
  page();
  press('one');
  press('two');
  expect(screen.queryByText('Completed one')).toBeNull();
  expect(screen.getByText('Completed two')).toBeTruthy();
});

test('a passing toast goes after 8 s, and not before', () => {
  page();
  press('one');
  pass(7900);
  expect(screen.getByText('Completed one')).toBeTruthy();
  pass(200);
  expect(screen.queryByText('Completed one')).toBeNull();
});

test('it stays while it has the focus, and starts anew after', () => {
  page();
  press('one');
  act(() => screen.getByRole('button', { name: 'Undo' }).focus());
  pass(20_000);
  expect(screen.getByText('Completed one')).toBeTruthy();
  act(() => screen.getByRole('button', { name: 'Undo' }).blur());
  pass(7900);
  expect(screen.getByText('Completed one')).toBeTruthy();
  pass(200);
  expect(screen.queryByText('Completed one')).toBeNull();
});

test('[H57] the update waits below a passing toast, and until it is answered', () => {
  page();
  press('update');
  press('two');
  expect(screen.queryByText('A new version is ready')).toBeNull();
  pass(8100);
  expect(screen.getByText('A new version is ready')).toBeTruthy();
  pass(600_000);
  expect(screen.getByText('A new version is ready')).toBeTruthy();
  press('Later');
  expect(screen.queryByText('A new version is ready')).toBeNull();
});

test('what stands at the bottom makes way for the toast that is there, not for the one before', () => {
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockImplementation(function (this: HTMLElement) {
    return this.textContent?.includes('A new version') ? 92 : 48;
  });
  const room = () => document.body.style.getPropertyValue('--toast-height');
  page();
  press('update');
  expect(room()).toBe('92px');
  press('two');
  expect(room()).toBe('48px');
  pass(8100);
  expect(screen.getByText('A new version is ready')).toBeTruthy();
  expect(room()).toBe('92px');
});

test('the action runs once and takes the toast away', () => {
  const undone = vi.fn(() => undefined);
  page(undone);
  press('one');
  press('Undo');
  expect(undone).toHaveBeenCalledTimes(1);
  expect(screen.queryByText('Completed one')).toBeNull();
});

test('of two that stay the earlier is there again when the later is answered', () => {
  render(
    <ToastProvider>
      <Shower name="update" toast={{ text: 'A new version is ready', stays: true }} />
      <Shower name="reminder" toast={{ text: 'Pay the rent', stays: true }} />
    </ToastProvider>,
  );
  press('update');
  press('reminder');
  expect(screen.queryByText('A new version is ready')).toBeNull();
  expect(screen.getByText('Pay the rent')).toBeTruthy();
  press('Later');
  expect(screen.queryByText('Pay the rent')).toBeNull();
  expect(screen.getByText('A new version is ready')).toBeTruthy();
  press('Later');
  expect(screen.queryByText('A new version is ready')).toBeNull();
});

function Both({ heard }: { heard: (wasThere: boolean) => void }) {
  const { show } = useToasts();
  const both = () => {
    const takeAway = show({ text: 'Completed one' });
    heard(takeAway());
    heard(takeAway());
    show({ text: 'Completed 2 tasks' });
  };
  return (
    <button type="button" onClick={both}>
      both
    </button>
  );
}

test('whoever takes a message away before it is painted hears that it was still there', () => {
  const heard: boolean[] = [];
  render(
    <ToastProvider>
      <Both heard={(wasThere) => heard.push(wasThere)} />
    </ToastProvider>,
  );
  press('both');
  expect(heard).toEqual([true, false]);
  expect(screen.getByText('Completed 2 tasks')).toBeTruthy();
});
