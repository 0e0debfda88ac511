import { cleanup, createEvent, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Link } from './link';

beforeEach(() => history.replaceState(null, '', '/today'));
afterEach(cleanup);

/** Presses the link; says whether the browser was left to follow it. */
function press(how: MouseEventInit = {}): boolean {
  const link = screen.getByRole('link');
  const click = createEvent.click(link, { button: 0, ...how });
  // The test's page goes nowhere by itself.
  document.addEventListener('click', (event) => event.preventDefault(), { once: true });
  let left = false;
  const look = (event: Event) => {
    left = !event.defaultPrevented;
  };
  document.body.addEventListener('click', look, { once: true });
  fireEvent(link, click);
  return left;
}

describe('a link inside the app', () => {
  it('is an address, and goes there without loading the page again', () => {
    render(<Link href="/inbox">Inbox</Link>);
    expect(screen.getByRole('link').getAttribute('href')).toBe('/inbox');
    const before = history.length;
    expect(press()).toBe(false);
    expect(location.pathname).toBe('/inbox');
    expect(history.length).toBe(before + 1);
  });

  it('takes the place of the present entry where it is told to', () => {
    render(
      <Link href="/inbox" replace>
        Inbox
      </Link>,
    );
    const before = history.length;
    press();
    expect(location.pathname).toBe('/inbox');
    expect(history.length).toBe(before);
  });

  it.each([{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }, { altKey: true }, { button: 1 }])(
    'leaves %o to the browser',
    (how) => {
      let heard = 0;
      render(
        <Link href="/inbox" onClick={() => (heard += 1)}>
          Inbox
        </Link>,
      );
      expect(press(how)).toBe(true);
      expect(location.pathname).toBe('/today');
      expect(heard).toBe(0);
    },
  );

  it('stays where whoever listens did something else', () => {
    render(
      <Link href="/inbox" onClick={(event) => event.preventDefault()}>
        Inbox
      </Link>,
    );
    press();
    expect(location.pathname).toBe('/today');
  });
});
