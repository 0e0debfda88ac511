/** The values in a row by the names that changes use: a field, `deletedAt`, or `custom.<key>`. */
import { type Entity, fieldOf, type Row } from '../entities/define-entity';
import type { Json } from '../entities/fields';

/** Null where absent. */
export function valueAt(row: Row, name: string): Json {
  if (!name.startsWith('custom.')) return (row[name] as Json | undefined) ?? null;
  const custom = (row.custom ?? {}) as { readonly [key: string]: Json };
  const key = name.slice('custom.'.length);
  return Object.hasOwn(custom, key) ? (custom[key] ?? null) : null;
}

/** The row with that value; a custom value of null is none. */
export function withValue(row: Row, name: string, value: Json): Row {
  if (!name.startsWith('custom.')) return { ...row, [name]: value };
  const { [name.slice('custom.'.length)]: _, ...rest } = (row.custom ?? {}) as {
    readonly [key: string]: Json;
  };
  return { ...row, custom: value === null ? rest : { ...rest, [name.slice('custom.'.length)]: value } };
}

/** Sets are stored sorted: equal sets are equal values. */
export function tidy(entity: Entity, name: string, value: Json): Json {
  return fieldOf(entity, name)?.merge === 'set' && Array.isArray(value) ? ([...value].sort() as Json) : value;
}
