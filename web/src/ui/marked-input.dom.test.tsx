import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { MarkedInput } from './marked-input';

afterEach(cleanup);

it('a line that was begun earlier goes on at its end, one with the caret in it stays there', () => {
  const nothing = () => undefined;
  render(<MarkedInput label="New task" value="Order rope" onValue={nothing} marks={[]} onEnter={nothing} />);
  const field = screen.getByRole<HTMLTextAreaElement>('textbox');
  field.setSelectionRange(0, 0);
  field.focus();
  expect(field.selectionStart).toBe('Order rope'.length);
  field.blur();
  field.setSelectionRange(5, 5);
  field.focus();
  expect(field.selectionStart).toBe(5);
});
