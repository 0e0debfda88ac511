import { describe, expect, it } from 'vitest';
import { pastedLines } from './pasted-lines';

const titles = (text: string) => pastedLines(text).map(({ title }) => title);

describe('pasted lines', () => {
  it('are one step each; empty ones are none', () => {
    expect(titles('Bread\r\n\r\n  Milk \nEggs\n')).toEqual(['Bread', 'Milk', 'Eggs']);
  });

  it.each(['- one', '* one', '• one', '1. one', '12) one', '- [ ] one', '[ ] one', '☐ one', '  + one'])(
    '%j is "one"',
    (line) => expect(pastedLines(line)).toEqual([{ title: 'one', done: false }]),
  );

  it.each(['- [x] one', '* [X] one', '☑ one'])('%j is done', (line) =>
    expect(pastedLines(line)).toEqual([{ title: 'one', done: true }]),
  );

  it.each(['-5 degrees', '3.5 m of rope', '2024 report', '#1 of 3', '[draft] letter'])(
    '%j keeps all its letters',
    (line) => expect(titles(line)).toEqual([line]),
  );
});
