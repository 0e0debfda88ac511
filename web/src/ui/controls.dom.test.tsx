import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { Button } from './button';
import { Check } from './check';
import { TextField } from './field';
import { Segmented } from './segmented';
import { TOLD_WITHIN_MS } from './use-pressed';

afterEach(cleanup);

test('a resting button says why beside it, keeps the focus, and does nothing', () => {
  const onClick = vi.fn();
  render(
    <Button restsBecause="Needs a connection" onClick={onClick}>
      Invite
    </Button>,
  );
  const button = screen.getByRole('button', { name: 'Invite' });
  fireEvent.click(button);
  expect(onClick).not.toHaveBeenCalled();
  expect(button.hasAttribute('disabled')).toBe(false);
  const reason = document.getElementById(button.getAttribute('aria-describedby') ?? '');
  expect(reason?.textContent).toBe('Needs a connection');
});

test('a sending button is not pressed twice, nor does it submit twice', () => {
  const onSubmit = vi.fn((event: React.FormEvent) => event.preventDefault());
  const onClick = vi.fn();
  render(
    <form onSubmit={onSubmit}>
      <Button type="submit" sending="Sending…" onClick={onClick}>
        Sign in
      </Button>
    </form>,
  );
  fireEvent.click(screen.getByRole('button', { name: 'Sending…' }));
  expect(onClick).not.toHaveBeenCalled();
  expect(onSubmit).not.toHaveBeenCalled();
});

test('a check asks for the other state, and mixed asks for done', async () => {
  const onChange = vi.fn(async () => null);
  const { rerender } = render(<Check checked label="Complete: rope" onChange={onChange} />);
  fireEvent.click(screen.getByRole('checkbox'));
  rerender(<Check checked="mixed" label="Complete: rope" onChange={onChange} />);
  fireEvent.click(screen.getByRole('checkbox'));
  await waitFor(() => expect(onChange.mock.calls).toEqual([[false], [true]]));
});

test('a check shows the press at once, then what is told; an undo brings back what was', () => {
  const check = (checked: boolean) => (
    <Check checked={checked} label="Complete: rope" onChange={() => new Promise(() => undefined)} />
  );
  const { rerender } = render(check(false));
  const shown = () => screen.getByRole('checkbox').getAttribute('aria-checked');
  fireEvent.click(screen.getByRole('checkbox'));
  expect(shown()).toBe('true');
  rerender(check(true));
  rerender(check(false));
  expect(shown()).toBe('false');
});

test('a check that is refused shows again what is so', async () => {
  let refuse: (words: string) => void = () => undefined;
  const answer = new Promise<string | null>((resolve) => {
    refuse = resolve;
  });
  render(<Check checked={false} label="Complete: rope" onChange={() => answer} />);
  fireEvent.click(screen.getByRole('checkbox'));
  expect(screen.getByRole('checkbox').getAttribute('aria-checked')).toBe('true');
  refuse('This device is full.');
  await waitFor(() => expect(screen.getByRole('checkbox').getAttribute('aria-checked')).toBe('false'));
});

test('a check that is told nothing new shows again what is so: an undo came before the list was read', async () => {
  vi.useFakeTimers();
  try {
    render(<Check checked={false} label="Complete: rope" onChange={async () => null} />);
    const shown = () => screen.getByRole('checkbox').getAttribute('aria-checked');
    fireEvent.click(screen.getByRole('checkbox'));
    // Stored: from here on it counts.
    await act(async () => undefined);
    await act(() => vi.advanceTimersByTimeAsync(TOLD_WITHIN_MS - 1));
    expect(shown()).toBe('true');
    await act(() => vi.advanceTimersByTimeAsync(1));
    expect(shown()).toBe('false');
  } finally {
    vi.useRealTimers();
  }
});

function Range() {
  const [value, setValue] = useState('week');
  return (
    <Segmented
      label="Range"
      value={value}
      onValue={setValue}
      segments={[
        { value: 'week', label: 'Week' },
        { value: 'month', label: 'Month' },
      ]}
    />
  );
}

test('arrow keys move through a segmented choice and around its ends', () => {
  render(<Range />);
  const chosen = () => screen.getByRole('radio', { checked: true });
  fireEvent.keyDown(chosen(), { key: 'ArrowRight' });
  expect(chosen().textContent).toBe('Month');
  expect(document.activeElement).toBe(chosen());
  fireEvent.keyDown(chosen(), { key: 'ArrowRight' });
  expect(chosen().textContent).toBe('Week');
});

test('a fault marks the field, is tied to it, and leaves the text alone', () => {
  const field = (fault: string | null) => (
    <TextField label="Due" value="31 feb" onValue={() => undefined} help="A day" fault={fault} />
  );
  const { rerender } = render(field(null));
  rerender(field('February has 28 days this year.'));
  const input = screen.getByLabelText<HTMLInputElement>('Due');
  expect(input.value).toBe('31 feb');
  expect(input.getAttribute('aria-invalid')).toBe('true');
  const told = document.getElementById(input.getAttribute('aria-describedby') ?? '');
  expect(told?.textContent).toContain('February has 28 days');
});

test('[CL10] a press whose writing broke is not drawn as done, and what broke is not hidden', async () => {
  const broke = new Error('a bug');
  const heard = process.listeners('unhandledRejection');
  process.removeAllListeners('unhandledRejection');
  const unhandled = new Promise((done) => process.once('unhandledRejection', done));
  render(<Check checked={false} label="Complete: Pay" onChange={() => Promise.reject(broke)} />);
  const ring = screen.getByRole('checkbox');
  fireEvent.click(ring);
  expect(ring.getAttribute('aria-checked')).toBe('true');
  expect(await unhandled).toBe(broke);
  for (const listener of heard) process.on('unhandledRejection', listener);
  await waitFor(() => expect(ring.getAttribute('aria-checked')).toBe('false'));
});
