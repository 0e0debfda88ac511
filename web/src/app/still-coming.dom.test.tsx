/** A part whose code does not come: what a person reads, and that it is there by itself once it can be. */
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { laterPart } from '../ui/later-part';
import { ToastProvider } from '../ui/toast';
import { AddingComing, PageComing, SILENT_MS, TaskComing } from './still-coming';

afterEach(cleanup);
beforeEach(() => void vi.useFakeTimers());
afterEach(() => vi.useRealTimers());
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
const words = () => screen.queryByText(/appears by itself once the server can be reached/);

const Upcoming = () => <h1>Upcoming</h1>;
const failing = async (): Promise<typeof Upcoming> => {
  throw new Error('no network');
};
const hanging = () => new Promise<typeof Upcoming>(() => undefined);

describe('[H57] a page whose code does not come', () => {
  for (const [how, away] of [
    ['fails', failing],
    ['hangs', hanging],
  ] as const)
    it(`says so in words where the network ${how}, not before it had its time`, async () => {
      const Page = laterPart(away, PageComing);
      render(<Page />);
      await pass(SILENT_MS - 1);
      expect(words()).toBeNull();
      await pass(1);
      expect(screen.getByRole('status').textContent).toContain('Still on its way');
      expect(words()).toBeTruthy();
    });

  it('is there by itself once it can be had, and the words are gone', async () => {
    let load: () => Promise<typeof Upcoming> = failing;
    const Page = laterPart(() => load(), PageComing);
    render(<Page />);
    await pass(SILENT_MS);
    load = async () => Upcoming;
    await pass(SILENT_MS);
    expect(screen.getByRole('heading', { name: 'Upcoming' })).toBeTruthy();
    expect(words()).toBeNull();
  });
});

it('[H57] an open task whose code does not come can be closed again', async () => {
  const onClose = vi.fn();
  render(<TaskComing onClose={onClose} />);
  await pass(SILENT_MS);
  expect(words()).toBeTruthy();
  screen.getByRole('button', { name: 'Close' }).click();
  expect(onClose).toHaveBeenCalledOnce();
});

it('[H57] a press on New task that nothing follows is answered; one that was taken back is not', async () => {
  const { rerender } = render(<AddingComing open />, { wrapper: ToastProvider });
  await pass(SILENT_MS - 1);
  rerender(<AddingComing open={false} />);
  await pass(SILENT_MS);
  expect(words()).toBeNull();
  rerender(<AddingComing open />);
  await pass(SILENT_MS);
  expect(words()).toBeTruthy();
});
