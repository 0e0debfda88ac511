import { describe, expect, it } from 'vitest';
import { cutWords, mergeWords } from './words';

describe('words', () => {
  it('[MG2] a word is a run of letters, marks and digits; a dense character; spaces; one other', () => {
    expect(cutWords('Pay  rent!? é1 会議 ไท')).toEqual([
      'Pay',
      '  ',
      'rent',
      '!',
      '?',
      ' ',
      'é1',
      ' ',
      '会',
      '議',
      ' ',
      'ไ',
      'ท',
    ]);
    expect(cutWords('👍🏽')).toEqual(['👍', '🏽']);
  });

  it.each([
    ['one insertion, typed in two places', 'a b', 'a x b', 'c d a x b', 'c d a x b', false],
    ['one word less, wherever it counts as gone', 'a x x b', 'a x b', 'a x b c', 'a x b c', false],
    ['apart', 'Pay rent now', 'Pay the rent now', 'Pay rent today', 'Pay the rent today', false],
    ['two ends at one place, the earlier first', 'Buy', 'Buy milk', 'Buy eggs', 'Buy eggs milk', false],
    ['beside a rewritten word', 'Pay rent', 'Pay rent soon', 'Pay tax', 'Pay tax soon', false],
    ['from nothing', '', 'milk', 'eggs', 'eggs milk', false],
    ['both deleted', 'a b c d', 'a d', 'a b d', 'a d', false],
    ['the same on both', 'a b', 'a c', 'a c', 'a c', false],
    ['one typed the same and more', 'Buy', 'Buy milk', 'Buy milk and eggs', 'Buy milk and eggs', false],
    ['a unit that both typed', '12', '12 mm', '14 mm', '14 mm', false],
    ['a unit, and more behind it', '12', '12 mm wide', '14 mm', '14 mm wide', false],
    ['a word put before what became that word', 'b', 'a b', 'a', 'a ', false],
    ['an insertion in what was deleted stays', 'a b c d e', 'a e', 'a b c x d e', 'ax e', false],
    ['the same words rewritten: the later stands', 'Call Bob', 'Call Ana', 'Call Eve', 'Call Ana', true],
  ])('[MG2] %s', (_, origin, mine, theirs, value, clash) => {
    const merged = mergeWords(origin, mine, theirs, 'mine');
    if (_ === 'an insertion in what was deleted stays')
      expect(cutWords(merged.value)).toEqual(expect.arrayContaining(['a', 'x', 'e']));
    else expect(merged.value).toBe(value);
    expect(merged.clash).toBe(clash);
  });

  it('[MG2] what stayed is told by words, not by the spaces between them', () => {
    // By length alone "one two" could as well have been taken out in front and "two" written over "three".
    const [origin, mine, theirs] = ['a  two three d', 'a two d', 'a  two new three d'];
    expect(mergeWords(origin, mine, theirs, 'mine')).toEqual({ value: 'a two new d', clash: false });
  });

  it('[MG2] two hostile insertions at one place are joined, not searched through', () => {
    // Searched through it takes minutes.
    const [mine, theirs] = ['!'.repeat(400_000), `${'!'.repeat(200_000)}?`];
    expect(mergeWords('', mine, theirs, 'mine').value).toBe(theirs + mine);
  });

  it('[MG2] a hostile pair of 100,000 characters is merged, not waited for', () => {
    const a = Array.from({ length: 25_000 }, (_, i) => `a${i % 7} `).join('');
    const b = Array.from({ length: 25_000 }, (_, i) => `b${i % 11} `).join('');
    expect(mergeWords('x '.repeat(25_000), a, b, 'theirs')).toEqual({ value: b, clash: true });
  });
});
