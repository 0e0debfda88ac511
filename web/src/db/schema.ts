/** The stores of a local database, from the registry: a new entity brings its store with its file. */

import type { Entity, Row } from '@holdfast/shared/entities/define-entity';
import { ENTITIES, entityByName } from '@holdfast/shared/entities/index';
import type { Dexie } from 'dexie';
import { encodeKey, pkOf } from './keys';

/** Raised by one with every change of the stores below; upgrades only add (CL13). */
export const DB_VERSION = 5;

/** A row as it lies in its store: `keys` holds its key in the store (`pk`) and in each local index that it is in. */
export type StoredRow = Row & { readonly keys: StoredKeys };

interface StoredKeys {
  readonly pk: string;
  readonly [index: string]: string | readonly string[];
}

export interface StoredUnknown {
  readonly workspaceId: string;
  readonly entity: string;
  readonly id: string;
  readonly row: Row;
}

export interface StoredConfirmed {
  readonly key: string;
  readonly row: Row | null;
}

/** Dexie's description of every store. The key of a row begins with its workspace: a foreign id cannot reach it. */
function storesOf(entities: readonly Pick<Entity, 'name' | 'indexes' | 'facets'>[]): {
  [store: string]: string;
} {
  const rows = entities.map((entity) => [
    entity.name,
    [
      'keys.pk',
      ...Object.keys(entity.indexes).map((index) => `keys.${index}`),
      ...(entity.facets ? ['*keys.facet'] : []),
    ].join(', '),
  ]);
  return {
    ...Object.fromEntries(rows),
    unknown: '[workspaceId+entity+id]',
    confirmed: 'key',
    outbox: '[workspaceId+seq], mutation.id, *rows',
    acked: 'mutation.id, *rows, [workspaceId+passed+ackedAt]',
    rejected: 'mutation.id, [workspaceId+rejectedAt]',
    done: 'id, mutationId, [workspaceId+at]',
    meta: '',
  };
}

export const STORES = storesOf(ENTITIES);

/** With the keys that its entity's indexes order it by. */
export function toStored(entity: Entity, row: Row): StoredRow {
  const keys: { pk: string; [index: string]: string | readonly string[] } = {
    pk: pkOf(row.workspaceId, row.id),
  };
  for (const index in entity.indexes) {
    const key = entity.indexes[index]?.(row as never);
    if (key) keys[index] = encodeKey(key);
  }
  const facets = entity.facets?.(row as never) ?? [];
  if (facets.length > 0) keys.facet = facets.map(encodeKey);
  return { ...row, keys } as StoredRow;
}

/** Gives all rows the keys that this version orders them by: an index that is new knows none of them yet. */
export async function rekey(tables: Pick<Dexie, 'table'>): Promise<void> {
  for (const entity of ENTITIES) {
    const table = tables.table<StoredRow, string>(entity.name);
    for (let after = ''; ; ) {
      const rows = await table.where(':id').above(after).limit(AT_ONCE).toArray();
      await table.bulkPut(rows.map((row) => toStored(entity, fromStored(row))));
      if (rows.length < AT_ONCE) break;
      after = rows.at(-1)?.keys.pk ?? after;
    }
  }
}
const AT_ONCE = 1000;

/** The row without its keys. */
export function fromStored(stored: StoredRow): Row {
  const { keys: _, ...row } = stored;
  return row as Row;
}

export const isKnown = (entity: string): boolean => entityByName(entity) !== undefined;

/** A name that tells what changed in the registry: a new entity or field is read from the start (PL2). */
export const registrySignature = (): string =>
  ENTITIES.map((entity) => `${entity.name}(${Object.keys(entity.fields).join(' ')})`).join(' ');
