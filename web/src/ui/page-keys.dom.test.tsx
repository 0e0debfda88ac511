import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { createKeyInbox, usePageKeys } from './page-keys';
import { catchTyping } from './type-ahead';

afterEach(() => {
  cleanup();
  document.body.innerHTML = '';
});

it('keeps what is pressed before somebody listens', () => {
  const inbox = createKeyInbox();
  const heard: string[] = [];
  inbox.press({ key: 'g', code: 'KeyG', ctrl: false });
  inbox.press({ key: 't', code: 'KeyT', ctrl: false });
  const stop = inbox.listen(({ key }) => heard.push(key) > 0);
  expect(heard).toEqual(['g', 't']);
  inbox.press({ key: 'n', code: 'KeyN', ctrl: false });
  expect(heard).toEqual(['g', 't', 'n']);
  stop();
});

it('what was pressed behind a key that opens a field is typed there, and is no command', () => {
  const inbox = createKeyInbox();
  const heard: string[] = [];
  for (const key of ['/', 'n', 'o']) inbox.press({ key, code: '', ctrl: false });
  inbox.listen(({ key }) => {
    heard.push(key);
    catchTyping();
    return true;
  });
  expect(heard).toEqual(['/']);
  const field = document.body.appendChild(document.createElement('input'));
  field.focus();
  expect(field.value).toBe('no');
});

it('a chord pressed behind it is a command, and no letter in the field', () => {
  const inbox = createKeyInbox();
  const heard: string[] = [];
  inbox.press({ key: '/', code: '', ctrl: false });
  inbox.press({ key: 'k', code: 'KeyK', ctrl: true });
  inbox.listen(({ key }) => {
    heard.push(key);
    catchTyping();
    return true;
  });
  const field = document.body.appendChild(document.createElement('input'));
  field.focus();
  expect([heard, field.value]).toEqual([['/', 'k'], '']);
});

/** A link that hears the page's keys. */
function LinkPage({
  className,
  hear,
}: {
  className: string;
  hear: (onControl: boolean | undefined) => void;
}) {
  usePageKeys(({ onControl }) => {
    hear(onControl);
    return true;
  });
  return (
    <a className={className} href="/t/1">
      Order rope
    </a>
  );
}

it.each([
  ['row-main', false],
  ['card-title', false],
  ['btn', true],
])('Space on a link of the class %s answers itself: %s', (name, expected) => {
  const hear = vi.fn();
  render(<LinkPage className={name} hear={hear} />);
  fireEvent.keyDown(screen.getByText('Order rope'), { key: ' ' });
  expect(hear.mock.calls).toEqual([[expected]]);
});
