import type { Json } from '@holdfast/shared/entities/fields';
import { wellFormedText } from '@holdfast/shared/entities/well-formed';

/** A value without what cannot be kept of its strings, keys too (WR5). The same object where nothing had to go. */
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
