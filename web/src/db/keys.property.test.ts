import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeKey, idOfPk, type KeyPart, pkOf, rangeOf } from './keys';

const uuid = fc.uuid();
const word = fc.string({ maxLength: 6 }).map((text) => text.replaceAll('\0', ''));
const whole = fc.nat(2_000_000_000_000);
const keyOf = (...kinds: fc.Arbitrary<KeyPart>[]) => fc.tuple(...kinds);
/** Keys of one index: the same kind of part at the same place, but for an absent id. */
const key = keyOf(uuid, fc.constantFrom(0, 1), fc.oneof(uuid, fc.constant('')), whole, word, uuid);

const compare = (a: readonly KeyPart[], b: readonly KeyPart[]): number => {
  for (const [i, left] of a.entries()) {
    const right = b[i];
    if (right === undefined || left === right) continue;
    return left < right ? -1 : 1;
  }
  return 0;
};

describe('keys', () => {
  it('order as their parts do', () => {
    fc.assert(
      fc.property(key, key, (a, b) => {
        const [left, right] = [encodeKey(a), encodeKey(b)];
        expect(Math.sign(left < right ? -1 : left > right ? 1 : 0)).toBe(Math.sign(compare(a, b)));
      }),
    );
  });

  it('[AC4] a range holds every key that begins with its parts, and no other', () => {
    fc.assert(
      fc.property(key, key, fc.integer({ min: 1, max: 5 }), (a, b, length) => {
        const prefix = a.slice(0, length);
        const [from, to] = rangeOf(prefix);
        const encoded = encodeKey(b);
        const begins = compare(prefix, b.slice(0, length)) === 0;
        expect(encoded >= from && encoded <= to).toBe(begins);
        const own = encodeKey(a);
        expect(own >= from && own <= to).toBe(true);
      }),
    );
  });

  it('give the id back', () => {
    fc.assert(
      fc.property(uuid, uuid, (workspaceId, id) => {
        expect(idOfPk(pkOf(workspaceId, id))).toBe(id);
      }),
    );
    expect(idOfPk(pkOf('w', 'odd id'))).toBe('odd id');
  });
});
