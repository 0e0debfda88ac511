import { fireEvent, render, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { Panel } from './panel';

it('Esc closes the panel from within, and not while it only gives up a composition', () => {
  // Wide enough for the panel to stand beside the list.
  vi.stubGlobal('matchMedia', () => ({
    matches: true,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
  let closed = 0;
  render(
    <Panel open onClose={() => (closed += 1)} label="Task">
      <input aria-label="Title" />
    </Panel>,
  );
  const field = screen.getByRole('textbox', { name: 'Title' });
  fireEvent.keyDown(field, { key: 'Escape', isComposing: true });
  fireEvent.keyDown(field, { key: 'Escape', keyCode: 229 });
  expect(closed).toBe(0);
  fireEvent.keyDown(field, { key: 'Escape' });
  expect(closed).toBe(1);
});
