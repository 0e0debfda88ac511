import { cutWords, joinPieces, mergePieces } from '@holdfast/shared/merge/words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Run, textOf, textSides } from './text-sides';

/** `[yours]`, `(other)`, `-removed-`. */
const drawn = (runs: readonly Run[] | undefined): string =>
  (runs ?? [])
    .map(({ text, by, removed }) => {
      if (removed) return `-${text}-`;
      return by === 'yours' ? `[${text}]` : by === 'other' ? `(${text})` : text;
    })
    .join('');

describe('two versions of a text', () => {
  it('[MG2] marks whose words are whose, and joins both, the earlier first', () => {
    const both = textSides(
      'Order 40 m of marine rope',
      'Order 40 m of floating rope',
      'Order 40 m of mooring rope',
      true,
    );
    expect(drawn(both?.yours)).toBe('Order 40 m of [floating] rope');
    expect(drawn(both?.other)).toBe('Order 40 m of (mooring) rope');
    expect(drawn(both?.joined)).toBe('Order 40 m of [floating] (mooring) rope');
    const later = textSides('a x b', 'a y b', 'a z b', false);
    expect(drawn(later?.joined)).toBe('a (z) [y] b');
  });

  it('[MG2] what lies apart is in both versions already', () => {
    const both = textSides(
      'We need line, undyed.',
      'We need 12 mm line, undyed, and two spare shackles.',
      'We need 14 mm, or 12 if that is out, line, undyed.',
      true,
    );
    // Two insertions at one place clash with nothing: both stand.
    expect(both).toBeNull();
    const clash = textSides(
      'We need 8 mm line, undyed.',
      'We need 12 mm line, undyed, and two spare shackles.',
      'We need 14 mm line, undyed.',
      true,
    );
    expect(drawn(clash?.yours)).toBe('We need [12] mm line, undyed, and two spare shackles.');
    expect(drawn(clash?.other)).toBe('We need (14) mm line, undyed, and two spare shackles.');
    expect(drawn(clash?.joined)).toBe('We need [12] (14) mm line, undyed, and two spare shackles.');
  });

  it('words that one side took out and the other rewrote are shown struck', () => {
    const both = textSides('Buy old rope today', 'Buy today', 'Buy ancient rope today', true);
    expect(drawn(both?.yours)).toContain('-');
    expect(textOf(both?.yours ?? [])).toBe('Buy today');
    expect(textOf(both?.other ?? [])).toBe('Buy ancient rope today');
  });

  const words = fc
    .array(fc.constantFrom('rope', 'red', 'a', ' ', ',', '\n', '綱', 'é', '40'), { maxLength: 12 })
    .map((parts) => parts.join(''));

  it('[MG2] each version is the merge with that side’s words; every word of both is in the joined one', () => {
    fc.assert(
      fc.property(words, words, words, fc.boolean(), (origin, yours, other, yoursFirst) => {
        const versions = textSides(origin, yours, other, yoursFirst);
        if (!versions) return;
        const pieces = mergePieces(origin, yours, other, yoursFirst ? 'theirs' : 'mine');
        expect(textOf(versions.yours)).toBe(joinPieces(pieces, (piece) => [piece.mine]));
        expect(textOf(versions.other)).toBe(joinPieces(pieces, (piece) => [piece.theirs]));
        const joined = textOf(versions.joined);
        for (const side of [versions.yours, versions.other])
          for (const run of side)
            if (run.by !== 'both' && !run.removed)
              for (const word of cutWords(run.text)) expect(joined).toContain(word);
      }),
    );
  });
});
