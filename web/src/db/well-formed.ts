/** Text as every engine and Postgres can keep it: without NUL and lone surrogates (WR5). */
import type { Json } from '@holdfast/shared/entities/fields';

const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Drops what cannot be kept; everything else stays as it was typed. */
const wellFormedText = (text: string): string => text.replaceAll('\0', '').replace(LONE_SURROGATE, '');

/** The same for every string in a value, keys too. The same object where nothing had to go. */
export function wellFormedJson(value: Json): Json {
  if (typeof value === 'string') return wellFormedText(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const items = value.map(wellFormedJson);
    return items.every((item, i) => item === value[i]) ? value : items;
  }
  const entries = Object.entries(value).map(
    ([key, inner]) => [wellFormedText(key), wellFormedJson(inner)] as const,
  );
  const same = entries.every(([key, inner]) => (value as { [key: string]: Json })[key] === inner);
  return same ? value : Object.fromEntries(entries);
}
