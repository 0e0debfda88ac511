import { act, cleanup, render, screen } from '@testing-library/react';
import { lazy, Suspense } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { laterPart } from './later-part';
import { AGAIN_MS } from './until-fetched';

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

describe('[H57] one that cannot be fetched', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());
  const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

  it('takes nothing away that is on the screen, and is there once it can be', async () => {
    let network = false;
    const Upcoming = laterPart(async () => {
      if (!network) throw new Error('no network');
      return Page;
    });
    render(
      <>
        <textarea aria-label="New task" defaultValue="Half a sentence" />
        <Upcoming />
      </>,
    );
    await pass(AGAIN_MS * 3);
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'New task' }).value).toBe(
      'Half a sentence',
    );
    network = true;
    await pass(AGAIN_MS);
    expect(screen.getByRole('heading', { name: 'Upcoming' })).toBeTruthy();
  });

  it('is not asked for any longer once nobody wants it', async () => {
    const fetched = vi.fn(async (): Promise<typeof Page> => {
      throw new Error('no network');
    });
    const Upcoming = laterPart(fetched);
    const { unmount } = render(<Upcoming />);
    await pass(1);
    unmount();
    await pass(AGAIN_MS * 3);
    expect(fetched).toHaveBeenCalledTimes(1);
  });
});

/** Far fewer milliseconds than React would hold anything back. */
async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn++) await new Promise((done) => setImmediate(done));
}
