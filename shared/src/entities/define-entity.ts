/**
 * An entity is one file: its fields, how each merges, who may write it, how it is found on a device. Types, row
 * and op schemas, local stores, SQL column lists, test builders and fuzz operations follow from it.
 */
import * as z from 'zod/mini';
import { type Field, type Json, uuid } from './fields';

/**
 * `synced` people write it, offline too · `pulled` only the server writes it, all read it offline.
 * (What never leaves a device is no entity: the local database declares it.)
 */
export type Lane = 'synced' | 'pulled';

/** The last change of a field: version (`PENDING_VERSION` until the server gave one), corrected time, device. */
export type Stamp = readonly [version: number, time: number, deviceId: string];

/** What every row has, whatever its entity. Instants are epoch milliseconds. */
export interface BaseRow {
  readonly id: string;
  readonly workspaceId: string;
  readonly version: number;
  /** Sparse: `_` is the creation and stands in for fields unchanged since. */
  readonly stamps: { readonly [field: string]: Stamp };
  readonly createdAt: number;
  /** The account that made it; '' until a person without an account signs up. */
  readonly createdBy: string;
  readonly updatedAt: number;
  readonly deletedAt: number | null;
}

export type Fields = { readonly [name: string]: Field };
export type ValueOf<F> = F extends Field<infer T> ? T : never;
export type ValuesOf<F extends Fields> = { readonly [K in keyof F]: ValueOf<F[K]> };

/** A row of an entity known only at run time. */
export type Row = BaseRow & { readonly [field: string]: Json | BaseRow['stamps'] };

/** A key that IndexedDB can order: no null, no booleans ('' for null, 0 or 1 for flags). */
export type LocalKey = readonly (string | number)[];

export interface EntityOptions<N extends string, F extends Fields> {
  readonly name: N;
  readonly lane: Lane;
  readonly fields: F;
  /** Words for one and many of it. */
  readonly label: readonly [one: string, many: string];
  /** Capability needed to create, edit, delete and restore (spec AC3). */
  readonly capability: string;
  /** Fields that search reads. */
  readonly search?: readonly (keyof F & string)[];
  /** Ordered local indexes: the key of a row in each; null: not in it. The local store has no others. */
  readonly indexes?: { readonly [index: string]: (row: BaseRow & ValuesOf<F>) => LocalKey | null };
  /** One more local index, `facet`, in which a row stands as often as it has keys: once for each label it wears. */
  readonly facets?: (row: BaseRow & ValuesOf<F>) => readonly LocalKey[];
}

export interface Entity<N extends string = string, F extends Fields = Fields> {
  readonly name: N;
  readonly lane: Lane;
  readonly fields: F;
  readonly label: readonly [one: string, many: string];
  readonly capability: string;
  readonly search: readonly string[];
  readonly indexes: { readonly [index: string]: (row: never) => LocalKey | null };
  readonly facets: ((row: never) => readonly LocalKey[]) | null;
  /** Accepts a row as the server sends it; unknown fields of a newer server stay (PL5). */
  readonly rowSchema: z.ZodMiniType<Row>;
}

export type RowOf<E> = E extends Entity<string, infer F> ? BaseRow & ValuesOf<F> : never;

const stampSchema = z.tuple([z.int(), z.number(), z.string()]);

export function defineEntity<const N extends string, const F extends Fields>(
  options: EntityOptions<N, F>,
): Entity<N, F> {
  const values = Object.fromEntries(
    Object.entries(options.fields).map(([name, field]) => [name, field.schema]),
  );
  const rowSchema = z.looseObject({
    id: uuid,
    workspaceId: uuid,
    version: z.int(),
    stamps: z.record(z.string(), stampSchema),
    createdAt: z.number(),
    createdBy: z.string(),
    updatedAt: z.number(),
    deletedAt: z.nullable(z.number()),
    ...values,
  });
  return {
    name: options.name,
    lane: options.lane,
    fields: options.fields,
    label: options.label,
    capability: options.capability,
    search: options.search ?? [],
    indexes: (options.indexes ?? {}) as Entity['indexes'],
    facets: (options.facets ?? null) as Entity['facets'],
    rowSchema: rowSchema as unknown as z.ZodMiniType<Row>,
  };
}

/** The field that a change names; `custom.<key>` is the field `custom`. */
export function fieldOf(entity: Entity, change: string): Field | undefined {
  const name = change.startsWith('custom.') ? 'custom' : change;
  return Object.hasOwn(entity.fields, name) ? entity.fields[name] : undefined;
}
