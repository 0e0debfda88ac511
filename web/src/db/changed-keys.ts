/**
 * Makes live queries run again only when their answer can have changed. Of a row that is written anew Dexie knows
 * only the new index keys, and so takes every count and every list of keys for changed; where it finds the row as it
 * was in its transaction cache, it compares. This reads it there first: one get for each written row.
 */
import type { DBCore, DBCoreTable, Dexie } from 'dexie';

/** From here on Dexie calls all indexes changed, whatever it knows. */
const MANY = 50;

export function noteChangedKeys(dexie: Dexie, isRows: (table: string) => boolean): void {
  dexie.use({
    stack: 'dbcore',
    name: 'changed-keys',
    create: (core: DBCore): DBCore => ({
      ...core,
      table: (name) => (isRows(name) ? comparing(core.table(name)) : core.table(name)),
    }),
  });
}

const comparing = (table: DBCoreTable): DBCoreTable => ({
  ...table,
  mutate(request) {
    if (request.type !== 'put' || request.values.length >= MANY) return table.mutate(request);
    const keys = request.keys ?? request.values.map((value) => table.schema.primaryKey.extractKey?.(value));
    return table
      .getMany({ trans: request.trans, keys: [...keys], cache: 'immutable' })
      .then(() => table.mutate(request));
  },
});
