/**
 * Keys as short strings that order as their parts do. IndexedDB repeats a row's key in every index, so length is
 * time: ten thousand rows are stored in half the time that arrays of uuids take. A part tells where it ends, so that
 * every key that begins with some parts lies in one range.
 *
 *   word    \x01 its characters \0      (no word holds a NUL)
 *   uuid    \x02 128 bits in 9 characters of 15 bits (below the surrogates)
 *   number  one character for how many digits, the digits (whole, not negative)
 */
import { isUuid } from '@holdfast/shared/entities/uuid';

export type KeyPart = string | number;

/** A row's key in its entity's store. */
export const pkOf = (workspaceId: string, id: string): string => first(workspaceId) + part(id);

/** The id in a row's key. */
export function idOfPk(pk: string): string {
  const end = pk.charCodeAt(0) === UUID ? 1 + PACKED : pk.indexOf('\0') + 1;
  return pk.charCodeAt(end) === UUID ? unpack(pk.slice(end + 1)) : pk.slice(end + 1, -1);
}

export const encodeKey = (parts: readonly KeyPart[]): string => {
  let key = '';
  for (const [i, one] of parts.entries()) key += i === 0 ? first(one) : part(one);
  return key;
};

/** From the first key that begins with `from` to the last that begins with `to`. */
export const rangeOf = (from: readonly KeyPart[], to: readonly KeyPart[] = from): [string, string] => [
  encodeKey(from),
  `${encodeKey(to)}\uffff`,
];

const UUID = 2;
const PACKED = 9;

/** Every key begins with a workspace, and one workspace's rows come together: packed once. */
let last: { readonly value: KeyPart; readonly key: string } = { value: '', key: '\x01\0' };
function first(value: KeyPart): string {
  if (last.value !== value) last = { value, key: part(value) };
  return last.key;
}

function part(value: KeyPart): string {
  if (typeof value === 'number') {
    const digits = String(value);
    return String.fromCharCode(64 + digits.length) + digits;
  }
  return value.length === 36 && isUuid(value) ? `\x02${pack(value)}` : `\x01${value}\0`;
}

function pack(uuid: string): string {
  let packed = '';
  let held = 0;
  let bits = 0;
  for (let i = 0; i < 36; i += 1) {
    const code = uuid.charCodeAt(i);
    if (code === 45) continue;
    held = (held << 4) | (code < 58 ? code - 48 : code - 87);
    bits += 4;
    if (bits >= 15) {
      bits -= 15;
      packed += String.fromCharCode(held >> bits);
      held &= (1 << bits) - 1;
    }
  }
  return packed + String.fromCharCode(held << (15 - bits));
}

function unpack(packed: string): string {
  let hex = '';
  let held = 0;
  let bits = 0;
  for (let i = 0; i < PACKED; i += 1) {
    held = (held << 15) | packed.charCodeAt(i);
    bits += 15;
    while (bits >= 4 && hex.length < 32) {
      bits -= 4;
      hex += ((held >> bits) & 15).toString(16);
      held &= (1 << bits) - 1;
    }
  }
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
