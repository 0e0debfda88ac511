import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { Dialog } from './dialog';
import { focusBack, focusBefore, focusedSoon, focusGoesTo } from './focus-back';
import { focusedRowId } from './page-keys';

afterEach(() => {
  cleanup();
  document.body.innerHTML = '';
});

it('a menu that closes gives the focus back, unless what was chosen has moved it on', () => {
  document.body.innerHTML =
    '<button id="opens"></button><input id="line" /><div class="menu"><button id="item"></button></div>';
  const opens = document.getElementById('opens');
  expect(focusBack(opens)).toBe(opens);
  document.getElementById('item')?.focus();
  expect(focusBack(opens)).toBe(opens);
  document.getElementById('line')?.focus();
  expect(focusBack(opens)).toBe(false);
});

it('while a dialog fades, keys mean the row that gets the focus back; what they move it to keeps it', () => {
  document.body.innerHTML = '<ul><li data-row="rope"><a href="/t/rope"></a></li></ul><input id="title" />';
  const row = document.querySelector('a');
  expect(focusedRowId()).toBeNull();
  focusGoesTo(row);
  expect(focusedRowId()).toBe('rope');
  document.getElementById('title')?.focus();
  expect(focusedRowId()).toBeNull();
  expect(focusBefore(row, null)).toBe(false);
  document.getElementById('title')?.blur();
  expect(focusedRowId()).toBeNull();
  expect(focusBefore(row, null)).toBe(true);
});

describe('a dialog that closes', () => {
  const page = (open: boolean, button = 'Add a task') => (
    <>
      <main id="main" tabIndex={-1}>
        <button type="button">Project actions</button>
        <button type="button" key={button}>
          {button}
        </button>
      </main>
      <Dialog open={open} onClose={() => undefined} title="New task">
        <input aria-label="Title" />
      </Dialog>
    </>
  );
  async function closeOver(before: HTMLElement, after?: string): Promise<void> {
    before.focus();
    const { rerender } = shown;
    rerender(page(true));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Title')));
    rerender(page(false, after));
    await waitFor(() => expect(screen.queryByLabelText('Title')).toBeNull());
  }
  let shown: ReturnType<typeof render>;

  it('gives the focus back to the button that had it', async () => {
    shown = render(page(false));
    await closeOver(screen.getByText('Add a task'));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByText('Add a task')));
  });

  it('gives it back to the page itself, not to the first button there', async () => {
    shown = render(page(false));
    await closeOver(screen.getByRole('main'));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('main')));
  });

  it('gives it to the page where the button went meanwhile', async () => {
    shown = render(page(false));
    await closeOver(screen.getByText('Add a task'), 'Add another');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('main')));
  });

  it('opened again while it fades, keys mean no row behind it', async () => {
    shown = render(page(false));
    await fading(async () => {
      const before = screen.getByText('Add a task');
      before.focus();
      shown.rerender(page(true));
      await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Title')));
      shown.rerender(page(false));
      expect(focusedSoon()).toBe(before);
      shown.rerender(page(true));
      await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Title')));
      act(() => screen.getByLabelText('Title').blur());
      expect(focusedSoon()).toBe(document.body);
    });
  });
});

/** Nothing fades here by itself. */
async function fading(work: () => Promise<void>): Promise<void> {
  const endless = { finished: new Promise(() => undefined), playState: 'running' };
  Object.assign(HTMLElement.prototype, { getAnimations: () => [endless] });
  await work();
  Reflect.deleteProperty(HTMLElement.prototype, 'getAnimations');
}
