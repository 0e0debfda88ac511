import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { Menu } from './menu';
import { Popover } from './popover';

afterEach(cleanup);

const tab = (shiftKey = false) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Tab', shiftKey });
const focused = () => document.activeElement?.textContent;

it('Tab stays in a popover: from the last to the first and back, past what is no stop', async () => {
  render(
    <Popover open onOpenChange={() => undefined} anchor={null} label="Due">
      <button type="button" disabled>
        Yesterday
      </button>
      <button type="button">Today</button>
      <button type="button">Tomorrow</button>
      <button type="button" tabIndex={-1}>
        Friday
      </button>
    </Popover>,
  );
  const today = await screen.findByText('Today');
  today.focus();
  tab(true);
  expect(focused()).toBe('Tomorrow');
  tab();
  expect(focused()).toBe('Today');
  // In between the browser does it.
  expect(tab()).toBe(true);
});

it('Tab closes a menu', async () => {
  const onOpenChange = vi.fn();
  render(
    <Menu
      open
      onOpenChange={onOpenChange}
      anchor={null}
      label="Priority"
      entries={[{ label: 'High', onSelect: () => undefined }]}
    />,
  );
  (await screen.findByRole('menuitem')).focus();
  tab();
  await waitFor(() => expect(onOpenChange).toHaveBeenCalledWith(false));
});
