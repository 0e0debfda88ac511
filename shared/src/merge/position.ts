/**
 * Where a row stands among its neighbours: a fractional key with 47 random bits behind it, so that two people who
 * insert at one place get two keys (MG11, H39). Compared by code unit.
 */
import { generateKeyBetween } from 'fractional-indexing';

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const TAIL = 8;

/**
 * A key between two others; null is the end of the list on that side. If both are equal, or in the wrong order, the new
 * key follows the first.
 */
export function positionBetween(
  before: string | null,
  after: string | null,
  randomBytes: (length: number) => Uint8Array,
): string {
  const end = before !== null && after !== null && before >= after ? null : after;
  const tail = tailFrom(randomBytes);
  if ((before !== null && !isFractional(before)) || (end !== null && !isFractional(end)))
    return middle(before ?? '', end) + tail;
  let key = generateKeyBetween(before, end);
  // A key that the next one begins with would stand behind it once its tail is added.
  while (end !== null && key + tail >= end) key = generateKeyBetween(before, key);
  return key + tail;
}

/** A key as fractional-indexing makes them: a head that says how long the whole part is. Others come from imports. */
function isFractional(key: string): boolean {
  const head = key.charCodeAt(0);
  const length = head >= 97 ? head - 97 + 2 : head >= 65 && head <= 90 ? 90 - head + 2 : 0;
  return (
    length > 0 && key.length >= length && !/^A0+$/.test(key) && !(key.length > length && key.endsWith('0'))
  );
}

/** Any string between two others, digit by digit; something can still stand before and behind it. */
function middle(before: string, after: string | null): string {
  let key = '';
  let open = after === null;
  for (let i = 0; ; i += 1) {
    const low = Math.max(0, DIGITS.indexOf(before[i] ?? '0'));
    const high = open ? DIGITS.length : Math.max(0, DIGITS.indexOf(after?.[i] ?? '0'));
    if (high - low > 1) return key + DIGITS[Math.floor((low + high) / 2)];
    key += DIGITS[low];
    if (high > low) open = true;
    if (i > 200) return key;
  }
}

/** Digits without bias: a byte above 247 is not used. The last one is no 0: such keys have no place below them. */
function tailFrom(randomBytes: (length: number) => Uint8Array): string {
  let tail = '';
  while (tail.length < TAIL) {
    for (const byte of randomBytes(16)) {
      const digit = byte < 248 ? DIGITS[byte % 62] : undefined;
      if (digit === undefined || tail.length === TAIL || (tail.length === TAIL - 1 && digit === '0'))
        continue;
      tail += digit;
    }
  }
  return tail;
}
