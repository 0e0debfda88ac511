/** Between the wire's names and the columns'; derived from the registry, once. */
import type { Entity } from '@holdfast/shared/entities/define-entity';
import type { SqlType } from '@holdfast/shared/entities/fields';

export interface Column {
  readonly field: string;
  readonly column: string;
  readonly sql: SqlType;
}

const BASE: readonly Column[] = [
  { field: 'workspaceId', column: 'workspace_id', sql: 'uuid' },
  { field: 'id', column: 'id', sql: 'uuid' },
  { field: 'version', column: 'version', sql: 'bigint' },
  { field: 'stamps', column: 'stamps', sql: 'jsonb' },
  { field: 'createdAt', column: 'created_at', sql: 'bigint' },
  { field: 'createdBy', column: 'created_by', sql: 'uuid' },
  { field: 'updatedAt', column: 'updated_at', sql: 'bigint' },
  { field: 'deletedAt', column: 'deleted_at', sql: 'bigint' },
];

/** Every column of the entity's table, the key first. */
export const columnsOf = (entity: Entity): readonly Column[] => [
  ...BASE,
  ...Object.entries(entity.fields).map(([field, { sql }]) => ({ field, column: toColumn(field), sql })),
];

const toColumn = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
