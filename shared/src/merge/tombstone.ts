/**
 * What is left of a row that was deleted long ago: that it existed, and the values that other rows and orderings depend
 * on. A tombstone has no stamps at all, not even that of its creation.
 */
import type { Entity, Row } from '../entities/define-entity';
import type { Field, Json } from '../entities/fields';

export const isTombstone = (row: Row): boolean => row.deletedAt !== null && row.stamps._ === undefined;

/** The row without what people wrote. Every device gets it anew, hence the version. */
export function tombstoneOf(entity: Entity, row: Row, version: number): Row {
  const empty = Object.entries(entity.fields).map(([name, field]) => [name, emptyValue(name, field, row)]);
  return { ...row, ...Object.fromEntries(empty), version, stamps: {} };
}

function emptyValue(name: string, field: Field, row: Row): Json {
  if (field.nullable) return null;
  if (field.initial !== undefined) return field.initial;
  return field.sql === 'text' && name !== 'position' ? '' : (row[name] as Json);
}
