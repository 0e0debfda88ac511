import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { positionBetween } from './position';

/** Bytes of a seeded generator (mulberry32). */
function bytesOf(seed: number) {
  let state = seed;
  return (length: number) =>
    Uint8Array.from({ length }, () => {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return (mixed ^ (mixed >>> 14)) & 255;
    });
}

describe('positions', () => {
  it('[MG11] [H39] 4,000 inserts into one gap, made apart, never collide and stay in it', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const random = bytesOf(seed);
        const before = positionBetween(null, null, random);
        const after = positionBetween(before, null, random);
        const inserted = Array.from({ length: 4000 }, () => positionBetween(before, after, random));
        expect(new Set(inserted).size).toBe(4000);
        expect(inserted.every((key) => before < key && key < after)).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  it('[MG11] every place in a list has a key, by code unit, that the wire accepts', () => {
    fc.assert(
      fc.property(fc.integer(), fc.array(fc.nat(), { maxLength: 120 }), (seed, places) => {
        const random = bytesOf(seed);
        const list: string[] = [];
        for (const place of places) {
          const at = place % (list.length + 1);
          const key = positionBetween(list[at - 1] ?? null, list[at] ?? null, random);
          expect(key).toMatch(/^[0-9A-Za-z]{1,200}$/);
          list.splice(at, 0, key);
        }
        expect(list).toEqual([...list].sort((a, b) => (a < b ? -1 : 1)));
      }),
    );
  });

  it('[MG11] a thousand rows at the end, at the start, and at one place keep short keys', () => {
    const random = bytesOf(7);
    let [end, start, between] = [null as string | null, null as string | null, 'a1' as string];
    for (let n = 0; n < 1000; n += 1) {
      end = positionBetween(end, null, random);
      start = positionBetween(null, start, random);
      if (n < 500) between = positionBetween('a0', between, random);
    }
    expect([end, start].map((key) => (key?.length ?? 99) < 20)).toEqual([true, true]);
    expect(between.length).toBeLessThan(200);
  });

  it('keys of another program have neighbours too', () => {
    const key = fc.stringMatching(/^[0-9A-Za-z]{0,11}[1-9A-Za-z]$/);
    fc.assert(
      fc.property(key, key, fc.integer(), (a, b, seed) => {
        const random = bytesOf(seed);
        const [low, high] = a < b ? [a, b] : [b, a];
        expect(positionBetween(low, null, random) > low).toBe(true);
        expect(positionBetween(null, high, random) < high).toBe(true);
        if (low === high) return;
        const between = positionBetween(low, high, random);
        expect(low < between && between < high).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
