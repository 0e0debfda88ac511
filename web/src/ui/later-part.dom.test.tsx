import { cleanup, render, screen } from '@testing-library/react';
import { Component, lazy, type ReactNode, Suspense } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { laterPart } from './later-part';

afterEach(cleanup);

const Page = () => <h1>Upcoming</h1>;

it('a page that was fetched is there with the first paint, and is fetched once', async () => {
  const fetched = vi.fn(async () => Page);
  const Upcoming = laterPart(fetched);
  await Upcoming.preload();
  render(<Upcoming />);
  expect(screen.getByRole('heading', { name: 'Upcoming' })).toBeTruthy();
  expect(fetched).toHaveBeenCalledTimes(1);
});

it('one that was not is shown the moment it comes, however short ago something else suspended', async () => {
  const Waiting = lazy(() => new Promise<{ default: typeof Page }>(() => undefined));
  let arrive: (there: typeof Page) => void = () => undefined;
  const Upcoming = laterPart(() => new Promise<typeof Page>((done) => (arrive = done)));
  render(
    <>
      <Suspense fallback="not yet">
        <Waiting />
      </Suspense>
      <Upcoming />
    </>,
  );
  expect(screen.getByText('not yet')).toBeTruthy();
  expect(screen.queryByRole('heading')).toBeNull();
  arrive(Page);
  await turns(20);
  expect(screen.getByRole('heading', { name: 'Upcoming' })).toBeTruthy();
});

it('one that cannot be fetched goes to the boundary above', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const load = async (): Promise<typeof Page> => {
    throw new Error('no network');
  };
  const Upcoming = laterPart(load);
  render(
    <Boundary>
      <Upcoming />
    </Boundary>,
  );
  expect(await screen.findByText('no network')).toBeTruthy();
});

/** Far fewer milliseconds than React would hold anything back. */
async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn++) await new Promise((done) => setImmediate(done));
}

class Boundary extends Component<{ children: ReactNode }, { cause: string | null }> {
  override state = { cause: null };
  static getDerivedStateFromError = (cause: Error) => ({ cause: cause.message });
  override render() {
    return this.state.cause ?? this.props.children;
  }
}
