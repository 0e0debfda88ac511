/** The clock, and chance: every other file gets them as arguments. */
export const now = (): number => Date.now();
export const randomBytes = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));
/** In [0, 1). */
export const random = (): number => Math.random();
/** A random uuid (v4): request ids and refresh ids, nothing that is stored as a row. */
export const randomId = (): string => {
  const bytes = randomBytes(16);
  const hex = Array.from(bytes, (byte, n) =>
    (n === 6 ? (byte & 0x0f) | 0x40 : n === 8 ? (byte & 0x3f) | 0x80 : byte).toString(16).padStart(2, '0'),
  ).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
};
