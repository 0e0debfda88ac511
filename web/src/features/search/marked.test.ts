import { expect, it } from 'vitest';
import { markedText, type Piece, snippet } from './marked';

const shown = (pieces: readonly Piece[]) =>
  pieces.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('');
const mark = (text: string, matched: string[], asked: string[]) =>
  shown(markedText(text, new Set(matched), asked));

it.each([
  ['Order marine rope', ['rope'], ['rope'], 'Order marine [rope]'],
  ['Order marine rope', ['rope', 'order'], ['ro', 'ord'], '[Ord]er marine [ro]pe'],
  // Found by a typo: the whole word answered.
  ['Order marine rope', ['marine'], ['marnie'], 'Order [marine] rope'],
  ['Zürich', ['zurich'], ['zur'], '[Zür]ich'],
  // Folding makes the word longer: no letter of it can be pointed at.
  ['Straße', ['strasse'], ['stras'], '[Straße]'],
  ['東京駅で', ['東京', '京駅'], ['東京', '京駅'], '[東京駅]で'],
  ['nothing', [], ['x'], 'nothing'],
])('%s, %s found by %s', (text, matched, asked, expected) => {
  expect(mark(text, matched, asked)).toBe(expected);
});

it('a long text is shown around its first match, in one line', () => {
  const text = `${'a quiet beginning '.repeat(20)}then the old\nrope and two fenders ${'and more '.repeat(20)}`;
  const cut = shown(snippet(text, new Set(['rope']), ['rope']));
  expect(cut).toMatch(/^….* the old \[rope\] and two fenders .*…$/u);
  expect(cut.length).toBeLessThan(130);
  expect(shown(snippet('old rope', new Set(['rope']), ['rope']))).toBe('old [rope]');
});
