/**
 * An entity is one file: its fields, how each merges, who may write it, how it is found on a device. Types,
 * the checks of rows and ops, local stores, SQL column lists, test builders and fuzz operations follow from it.
 */
import type { Field, Json } from './fields';

/**
 * `synced` people write it, offline too · `pulled` only the server writes it, all read it offline.
 * (What never leaves a device is no entity: the local database declares it.)
 */
export type Lane = 'synced' | 'pulled';

/** The last change of a field: version (`PENDING_VERSION` until the server gave one), corrected time, device. */
export type Stamp = readonly [version: number, time: number, deviceId: string];

/**
 * What every row has, whatever its entity. Instants are epoch milliseconds. (An alias: an interface would be no `Row`.)
 */
export type BaseRow = {
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
};

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
  readonly indexes: { readonly [index: string]: (row: never) => LocalKey | null };
  readonly facets: ((row: never) => readonly LocalKey[]) | null;
}

export type RowOf<E> = E extends Entity<string, infer F> ? BaseRow & ValuesOf<F> : never;

export function defineEntity<const N extends string, const F extends Fields>(
  options: EntityOptions<N, F>,
): Entity<N, F> {
  return {
    name: options.name,
    lane: options.lane,
    fields: options.fields,
    label: options.label,
    capability: options.capability,
    indexes: (options.indexes ?? {}) as Entity['indexes'],
    facets: (options.facets ?? null) as Entity['facets'],
  };
}

/** The field that a change names; `custom.<key>` is the field `custom`. */
export function fieldOf(entity: Entity, change: string): Field | undefined {
  const name = change.startsWith('custom.') ? 'custom' : change;
  return Object.hasOwn(entity.fields, name) ? entity.fields[name] : undefined;
}
