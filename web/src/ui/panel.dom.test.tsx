import { fireEvent, render, screen } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { Panel } from './panel';

/** Wide enough for the panel to stand beside the list. */
beforeEach(() =>
  vi.stubGlobal('matchMedia', () => ({
    matches: true,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  })),
);

it('what opens beside the list takes the focus in, each time another one opens', () => {
  const panel = (about: string) => (
    <>
      <button type="button">A row</button>
      <Panel open about={about} onClose={() => undefined} label="Task">
        <input aria-label="Title" />
      </Panel>
    </>
  );
  const { rerender } = render(panel('rope'));
  const region = screen.getByRole('region', { name: 'Task' });
  expect(document.activeElement).toBe(region);
  screen.getByRole('button', { name: 'A row' }).focus();
  rerender(panel('rope'));
  expect(document.activeElement?.textContent).toBe('A row');
  rerender(panel('rent'));
  expect(document.activeElement).toBe(region);
});

it('Esc closes the panel from within, and not while it only gives up a composition', () => {
  let closed = 0;
  render(
    <Panel open about="rope" onClose={() => (closed += 1)} label="Task">
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
