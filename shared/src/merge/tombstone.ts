/**
 * What is left of a row that was deleted long ago: that there was one, and what other rows or orders hang on. Known by
 * its stamps, of which not even the creation is left.
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
