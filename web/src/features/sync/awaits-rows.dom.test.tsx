import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { syncView } from '../../testing/sync-view';
import { Empty } from '../../ui/empty';
import { AwaitsRows } from './awaits-rows';
import { SyncProvider, type SyncView } from './sync-context';

afterEach(cleanup);

const tree = (over: Partial<SyncView>) => (
  <SyncProvider value={syncView(over)}>
    <AwaitsRows>
      <Empty art="today" title="Nothing due today" fact="What you add here is due today" />
      <Empty art="search" always title="This address leads nowhere" fact="Go on elsewhere" />
    </AwaitsRows>
  </SyncProvider>
);
const titles = () => screen.getAllByRole('heading').map((one) => one.textContent);

it('[H47] while the rows come for the first time no list says that it is empty; what is true all the same stays', () => {
  const { rerender } = render(tree({ firstLoad: true }));
  expect(titles()).toEqual(['Your tasks are on their way', 'This address leads nowhere']);
  rerender(tree({ firstLoad: true, offline: true }));
  expect(titles()).toEqual(['Your tasks are not here yet', 'This address leads nowhere']);
  rerender(tree({}));
  expect(titles()).toEqual(['Nothing due today', 'This address leads nowhere']);
});
