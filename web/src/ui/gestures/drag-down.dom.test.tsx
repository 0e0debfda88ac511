import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { Dialog } from '../dialog';

afterEach(cleanup);

function drag(by: number, end: 'touchEnd' | 'touchCancel' = 'touchEnd') {
  const onClose = vi.fn();
  render(<Dialog open onClose={onClose} title="New task" />);
  const dialog = screen.getByRole('dialog');
  const grab = dialog.querySelector('.grab') as HTMLElement;
  const finger = (clientY: number) => ({ touches: [{ clientY }], changedTouches: [{ clientY }] });
  fireEvent.touchStart(grab, finger(500));
  fireEvent.touchMove(grab, finger(500 + by));
  const moved = dialog.style.getPropertyValue('--drawer-swipe-movement-y');
  fireEvent[end](grab, { ...finger(500 + by), touches: [] });
  return { closes: onClose.mock.calls.length, moved };
}

it('goes down with the finger and closes if it went far', () => {
  expect(drag(90)).toEqual({ closes: 1, moved: '90px' });
});

it('stays after a short way, up, and where the finger was lost', () => {
  expect(drag(40)).toEqual({ closes: 0, moved: '40px' });
  cleanup();
  expect(drag(-90)).toEqual({ closes: 0, moved: '0px' });
  cleanup();
  expect(drag(90, 'touchCancel').closes).toBe(0);
});
