import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { useAppBadge } from './use-app-badge';

function Badge({ count }: { count: number | null }) {
  useAppBadge(count);
  return null;
}

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function badges() {
  const shown: (number | 'none')[] = [];
  vi.stubGlobal('navigator', {
    setAppBadge: async (count: number) => void shown.push(count),
    clearAppBadge: async () => void shown.push('none'),
  });
  return shown;
}

it('the icon wears what is open today, and nothing once none is', () => {
  const shown = badges();
  const { rerender } = render(<Badge count={null} />);
  expect(shown).toEqual([]);
  for (const count of [3, 3, 2, 0]) rerender(<Badge count={count} />);
  expect(shown).toEqual([3, 2, 'none']);
});

it('goes without where the browser has no badges, or refuses one', () => {
  vi.stubGlobal('navigator', {});
  expect(() => render(<Badge count={3} />)).not.toThrow();
  cleanup();
  vi.stubGlobal('navigator', { setAppBadge: () => Promise.reject(new Error('not installed')) });
  expect(() => render(<Badge count={3} />)).not.toThrow();
});
