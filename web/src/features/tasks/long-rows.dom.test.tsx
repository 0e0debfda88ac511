import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { AGAIN_MS } from '../../ui/until-fetched';
import { LongRows } from './long-rows';

const fetched = vi.hoisted(() => vi.fn());
vi.mock('./virtual-rows', () => ({
  get VirtualRows() {
    fetched();
    throw new Error('no network');
  },
}));

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

it('[H57] a long list whose further rows cannot be fetched shows its first ones, and asks for them again', async () => {
  const ids = Array.from({ length: 200 }, (_, n) => `t${n}`);
  render(<LongRows label="Today" ids={ids} scroller={null} row={(id) => <li key={id}>{id}</li>} />);
  await act(() => vi.advanceTimersByTimeAsync(AGAIN_MS * 2));
  expect(fetched.mock.calls.length).toBeGreaterThan(1);
  expect(screen.getAllByRole('listitem')).toHaveLength(40);
});
