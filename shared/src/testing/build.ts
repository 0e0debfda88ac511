/** Rows and ops for tests, from the registry: name what matters, the rest is filled in. */
import type { Entity, Row, RowOf } from '../entities/define-entity';
import type { Json } from '../entities/fields';
import type { Author, ConcurrentChange } from '../merge/outcome';
import type { Change, Op } from '../sync/op';

export const uuidOf = (n: number): string => `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
export const WORKSPACE = uuidOf(0xa0);
const DEFAULTS: { readonly [sql: string]: Json } = {
  text: 'a0',
  uuid: uuidOf(0xbb),
  integer: 1,
  bigint: 0,
  jsonb: null,
};

/** A row of the entity, version 1, with the values given. */
export function build<E extends Entity>(entity: E, values: Partial<RowOf<E>> = {}): RowOf<E> & Row {
  const fields = Object.entries(entity.fields).map(([name, field]) => [
    name,
    field.initial === undefined ? (DEFAULTS[field.sql] ?? null) : field.initial,
  ]);
  return {
    id: uuidOf(1),
    workspaceId: WORKSPACE,
    version: 1,
    stamps: { _: [1, 1000, uuidOf(0xd0)] },
    createdAt: 1000,
    createdBy: uuidOf(0xc0),
    updatedAt: 1000,
    deletedAt: null,
    ...Object.fromEntries(fields),
    ...values,
  } as RowOf<E> & Row;
}

export const buildOp = (op: Partial<Op> & Pick<Op, 'entity'>): Op => ({
  op: 'patch',
  id: uuidOf(1),
  base: 1,
  after: null,
  guard: false,
  changes: {},
  ...op,
});

export const change = (from: Json, to: Json): Change => ({ from, to });

export const buildAuthor = (author: Partial<Author> = {}): Author => ({
  workspaceId: WORKSPACE,
  time: 2000,
  deviceId: uuidOf(0xd1),
  accountId: uuidOf(0xc1),
  mutationId: uuidOf(0xe1),
  ...author,
});

export const buildOther = (
  field: string,
  value: Json,
  other: Partial<ConcurrentChange> = {},
): ConcurrentChange => ({
  field,
  from: undefined,
  value,
  time: 1500,
  deviceId: uuidOf(0xd2),
  accountId: uuidOf(0xc2),
  ...other,
});
