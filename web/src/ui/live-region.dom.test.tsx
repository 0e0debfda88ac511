/** What is read out: seldom enough to be bearable, and never what is no longer so. */
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LiveRegion } from './live-region';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const pass = (seconds: number) => act(() => vi.advanceTimersByTime(seconds * 1000));

function shown() {
  const { rerender } = render(<LiveRegion text="Saved on this device" />);
  return { say: (text: string) => rerender(<LiveRegion text={text} />), region: screen.getByRole('status') };
}

test('words that are no longer true leave at once; what is so is said once ten seconds have passed', () => {
  const { say, region } = shown();
  say('This device is full');
  expect(region.textContent).toBe('This device is full');
  pass(1);
  say('Saved on this device');
  expect(region.textContent).toBe('');
  pass(8.9);
  expect(region.textContent).toBe('');
  pass(0.2);
  expect(region.textContent).toBe('Saved on this device');
});

test('at most one message in ten seconds, also after one that had to wait', () => {
  const { say, region } = shown();
  say('Syncing');
  pass(5);
  say('Offline');
  pass(5);
  expect(region.textContent).toBe('Offline');
  pass(1);
  say('Syncing');
  expect(region.textContent).toBe('');
  // Back to what was said: that would be a second message too.
  say('Offline');
  expect(region.textContent).toBe('');
  pass(9);
  expect(region.textContent).toBe('Offline');
});

test('while dragging each position is said at once', () => {
  const { rerender } = render(<LiveRegion urgent text="Lifted" />);
  for (const text of ['Position 2 of 4', 'Position 3 of 4', '']) {
    rerender(<LiveRegion urgent text={text} />);
    expect(screen.getByRole('alert').textContent).toBe(text);
  }
});
