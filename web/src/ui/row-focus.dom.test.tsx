import { act, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { LineLink } from './line';
import { focusListSoon, focusRow, useFocusOnScreen, usePassOnFocus, watchRowFocus } from './row-focus';
import { moveRowFocus } from './row-steps';

let stop = () => {};
beforeEach(() => {
  stop = watchRowFocus();
  Element.prototype.scrollIntoView = () => undefined;
});
afterEach(() => stop());

function List({ ids }: { ids: readonly string[] }) {
  usePassOnFocus(ids);
  return (
    <ul>
      {ids.map((id) => (
        <li key={id} className="row" data-row={id}>
          <a className="row-main" href={`/t/${id}`}>
            {id}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Page({
  name = 'Today',
  ids,
  dialog = false,
}: {
  name?: string;
  ids: string[] | null;
  dialog?: boolean;
}) {
  useFocusOnScreen(name);
  return (
    <>
      <main id="main" className="main" tabIndex={-1}>
        {ids ? <List key={name} ids={ids} /> : 'All done'}
      </main>
      {dialog && (
        <div role="dialog">
          <input aria-label="When?" />
        </div>
      )}
    </>
  );
}

const focused = () => document.activeElement?.textContent;

it('the row in focus leaves the list: the next has the focus, or the one before', () => {
  const { rerender } = render(<Page ids={['a', 'b', 'c']} />);
  focusRow('b');
  rerender(<Page ids={['a', 'c']} />);
  expect(focused()).toBe('c');
  rerender(<Page ids={['a']} />);
  expect(focused()).toBe('a');
});

it('the last row leaves: the page has the focus, and the row again if it comes back', async () => {
  const { rerender } = render(<Page ids={['a']} />);
  focusRow('a');
  rerender(<Page ids={[]} />);
  expect(document.activeElement).toBe(screen.getByRole('main'));
  rerender(<Page ids={['a']} />);
  expect(focused()).toBe('a');
});

it('who pressed on the page itself keeps the focus there', () => {
  const { rerender } = render(<Page ids={['a', 'b']} />);
  focusRow('a');
  screen.getByRole('main').focus();
  rerender(<Page ids={['b']} />);
  expect(document.activeElement).toBe(screen.getByRole('main'));
});

it('the list itself leaves with its last row: the page has the focus', async () => {
  const { rerender } = render(<Page ids={['a']} />);
  focusRow('a');
  rerender(<Page ids={null} />);
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('main')));
});

it('several leave at once, in whatever order the list stands by then', () => {
  const { rerender } = render(<Page ids={['a', 'b', 'c', 'd', 'e']} />);
  focusRow('b');
  rerender(<Page ids={['e', 'd', 'a']} />);
  expect(focused()).toBe('d');
});

it('a palette over the row that leaves keeps the focus, and gives it to the next as it closes', async () => {
  const { rerender } = render(<Page ids={['a', 'b', 'c']} />);
  focusRow('a');
  rerender(<Page ids={['a', 'b', 'c']} dialog />);
  const field = screen.getByRole('textbox', { name: 'When?' });
  field.focus();
  rerender(<Page ids={['b', 'c']} dialog />);
  expect(document.activeElement).toBe(field);
  field.blur();
  await act(() => new Promise((resolve) => setTimeout(resolve)));
  expect(focused()).toBe('b');
});

it('who put the focus nowhere keeps it there, and goes on from the row that had it', () => {
  const { rerender } = render(<Page ids={['a', 'b', 'c']} />);
  focusRow('b');
  screen.getByText('b').blur();
  rerender(<Page ids={['b', 'c']} />);
  expect(document.activeElement).toBe(document.body);
  moveRowFocus(1);
  expect(focused()).toBe('c');
});

it('another screen has the focus of the row that went with the old one', () => {
  const { rerender } = render(<Page ids={['a', 'b']} />);
  focusRow('a');
  rerender(<Page name="Inbox" ids={['b', 'c']} />);
  expect(document.activeElement).toBe(screen.getByRole('main'));
  moveRowFocus(1);
  expect(focused()).toBe('b');
});

it('steps through the cards of a column', () => {
  render(
    <main className="main">
      {[
        ['a', 'b'],
        ['c', 'd'],
      ].map((ids) => (
        <ol key={ids.join()} className="board-col">
          {ids.map((id) => (
            <li key={id} className="card" data-card={id}>
              <a className="card-title" href={`/t/${id}`}>
                {id}
              </a>
            </li>
          ))}
        </ol>
      ))}
    </main>,
  );
  moveRowFocus(1);
  expect(focused()).toBe('a');
  focusRow('c');
  moveRowFocus(1);
  moveRowFocus(1);
  expect(focused()).toBe('d');
});

it('what closes gives the focus to its row, else to the row that had it last, else to the page', async () => {
  render(<Page ids={['a', 'b']} />);
  focusListSoon('z');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('main')));
  focusListSoon('b');
  await waitFor(() => expect(focused()).toBe('b'));
  screen.getByText('b').blur();
  focusListSoon('z');
  await waitFor(() => expect(focused()).toBe('b'));
});

it('what opens while another closes keeps the focus', async () => {
  render(<Page ids={['a', 'b']} dialog />);
  focusListSoon('b');
  screen.getByLabelText('When?').focus();
  await act(() => new Promise((resolve) => setTimeout(resolve)));
  expect(document.activeElement).toBe(screen.getByLabelText('When?'));
});

it('steps through the lines of a page that lists places', () => {
  render(
    <main className="main">
      <ul className="rows">
        {['Inbox', 'Boat shed'].map((name) => (
          <LineLink key={name} href={`/${name}`} title={name} />
        ))}
      </ul>
    </main>,
  );
  moveRowFocus(1);
  expect(focused()).toBe('Inbox');
  moveRowFocus(1);
  moveRowFocus(1);
  expect(focused()).toBe('Boat shed');
  moveRowFocus(-1);
  expect(focused()).toBe('Inbox');
});
