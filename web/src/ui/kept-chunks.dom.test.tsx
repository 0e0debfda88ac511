import { cleanup, render, screen } from '@testing-library/react';
import { lazy, Suspense } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { keptChunks } from './kept-chunks';

afterEach(cleanup);

const page = () => ({ default: () => <h1>Upcoming</h1> });

it('a page that was fetched is there with the first paint, and is fetched once', async () => {
  const fetched = vi.fn(async () => page());
  const load = keptChunks({ upcoming: fetched });
  const Upcoming = lazy(load.upcoming);
  await load.upcoming();
  render(
    <Suspense fallback="not yet">
      <Upcoming />
    </Suspense>,
  );
  expect(screen.getByRole('heading', { name: 'Upcoming' })).toBeTruthy();
  expect(fetched).toHaveBeenCalledTimes(1);
});

it('one that was not comes when it is there', async () => {
  const load = keptChunks({ upcoming: async () => page() });
  const Upcoming = lazy(load.upcoming);
  render(
    <Suspense fallback="not yet">
      <Upcoming />
    </Suspense>,
  );
  expect(screen.getByText('not yet')).toBeTruthy();
  await screen.findByRole('heading', { name: 'Upcoming' });
});
