/** Text that Postgres can store and every engine shows alike: no NUL, no lone surrogates (WR5). */
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;
const EACH_OF_THEM = new RegExp(LONE_SURROGATE, 'g');

export const isWellFormed = (text: string): boolean => !text.includes('\0') && !LONE_SURROGATE.test(text);

/** Drops what cannot be kept; everything else stays as it was typed. */
export const wellFormedText = (text: string): string => text.replaceAll('\0', '').replace(EACH_OF_THEM, '');
