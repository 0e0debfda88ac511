import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { someText } from '../testing/arbitraries';
import { cutWords, mergeWords } from './words';

const later = fc.constantFrom('mine' as const, 'theirs' as const);

/** An edit of a text: words of its own put in, and maybe a stretch taken out. */
const edit = (mark: string) =>
  fc
    .record({
      inserts: fc.array(fc.nat(40), { maxLength: 4 }),
      remove: fc.option(fc.tuple(fc.nat(40), fc.nat(6)), { nil: null }),
    })
    .map(({ inserts, remove }) => (origin: string) => {
      const words = cutWords(origin);
      if (remove) words.splice(Math.min(remove[0], words.length), remove[1]);
      const own = inserts.map((_, n) => `${mark}${n}`);
      for (const [n, at] of inserts.entries()) words.splice(Math.min(at, words.length), 0, ` ${own[n]} `);
      return { text: words.join(''), own };
    });

const count = (text: string, word: string) => cutWords(text).filter((w) => w === word).length;

describe('merging words', () => {
  it('[MG2] cutting and joining is the identity', () => {
    fc.assert(
      fc.property(
        fc.oneof(someText, fc.string({ unit: 'binary' })),
        (text) => cutWords(text).join('') === text,
      ),
    );
  });

  it('[MG2] no side is preferred but by time', () => {
    fc.assert(
      fc.property(someText, someText, someText, (origin, a, b) => {
        expect(mergeWords(origin, a, b, 'mine')).toEqual(mergeWords(origin, b, a, 'theirs'));
      }),
    );
  });

  it('[MG2] every inserted word stands there once, or the merge says that it clashed', () => {
    fc.assert(
      fc.property(someText, edit('mine'), edit('theirs'), later, (origin, mine, theirs, side) => {
        const [a, b] = [mine(origin), theirs(origin)];
        const merged = mergeWords(origin, a.text, b.text, side);
        const standing = merged.clash ? (side === 'mine' ? a.own : b.own) : [...a.own, ...b.own];
        for (const word of standing) expect(count(merged.value, word)).toBe(1);
      }),
      { numRuns: 1000 },
    );
  });

  it('[MG2] what neither side touched stays, what one side alone deleted goes', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 500 }), { minLength: 2, maxLength: 20 }),
        fc.nat(),
        fc.nat(),
        (numbers, x, y) => {
          const words = numbers.map((n) => `w${n}`);
          const without = (at: number) => words.filter((_, i) => i !== at % words.length).join(' ');
          const merged = mergeWords(words.join(' '), without(x), without(y), 'mine');
          for (const [i, word] of words.entries())
            expect(count(merged.value, word)).toBe(i === x % words.length || i === y % words.length ? 0 : 1);
        },
      ),
    );
  });

  it('[MG2] [H38] no character is split: well-formed in, well-formed out', () => {
    const wellFormed = fc.string({ unit: 'grapheme' });
    fc.assert(
      fc.property(wellFormed, wellFormed, wellFormed, later, (origin, a, b, side) => {
        const { value } = mergeWords(origin, a, b, side);
        expect(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(value)).toBe(
          false,
        );
      }),
    );
  });
});
