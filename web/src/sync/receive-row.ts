/**
 * Whether a row from the server is one that this device can show (PL2, PL5). By the kind of each field alone: words
 * that a newer server knows are shown as they are, and unknown fields stay. Checked by hand and not
 * by the fields' zod schemas: a page may compile no code, zod is slow without, and ten thousand rows come at once.
 */
import type { Entity, Row } from '@holdfast/shared/entities/define-entity';
import type { SqlType } from '@holdfast/shared/entities/fields';
import { entityByName } from '@holdfast/shared/entities/index';
import { isUuid } from '@holdfast/shared/entities/uuid';

/** The row, or the name of the first field that is wrong. A row of an unknown entity needs only its base. */
export function receiveRow(
  entityName: string,
  value: unknown,
  workspaceId: string,
): Row | { readonly wrong: string } {
  if (!isObject(value)) return { wrong: 'row' };
  for (const field in BASE) if (!BASE[field]?.(value[field])) return { wrong: field };
  // A row of another workspace has no business here.
  if (value.workspaceId !== workspaceId) return { wrong: 'workspaceId' };
  const entity = entityByName(entityName);
  if (entity) {
    for (const [name, kind, nullable] of kindsOf(entity)) {
      const field = value[name];
      if (field === null ? !nullable : !KINDS[kind](field)) return { wrong: name };
    }
  }
  return value as Row;
}

export const isWrong = (row: Row | { readonly wrong: string }): row is { readonly wrong: string } =>
  !('id' in row);

type Kind = readonly [name: string, kind: SqlType, nullable: boolean];
const known = new WeakMap<Entity, readonly Kind[]>();

function kindsOf(entity: Entity): readonly Kind[] {
  const kept = known.get(entity);
  if (kept) return kept;
  const kinds = Object.entries(entity.fields).map(([name, field]): Kind => [name, field.sql, field.nullable]);
  known.set(entity, kinds);
  return kinds;
}

const isString = (value: unknown): boolean => typeof value === 'string';
const isNumber = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value);
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const KINDS: { readonly [kind in SqlType]: (value: unknown) => boolean } = {
  uuid: isUuid,
  'uuid[]': (value) => Array.isArray(value) && value.every(isUuid),
  text: isString,
  integer: Number.isInteger,
  bigint: isNumber,
  date: isString,
  jsonb: (value) => value !== undefined,
};

const BASE: { readonly [field: string]: (value: unknown) => boolean } = {
  id: isUuid,
  workspaceId: isUuid,
  version: (value) => Number.isInteger(value) && (value as number) > 0,
  stamps: areStamps,
  createdAt: isNumber,
  createdBy: isString,
  updatedAt: isNumber,
  deletedAt: (value) => value === null || isNumber(value),
};

function areStamps(value: unknown): boolean {
  if (!isObject(value)) return false;
  for (const field in value) {
    const stamp = value[field];
    if (!Array.isArray(stamp) || stamp.length !== 3) return false;
    if (!Number.isInteger(stamp[0]) || !isNumber(stamp[1]) || !isString(stamp[2])) return false;
  }
  return true;
}
