import postgres from 'postgres';

export type Sql = postgres.Sql<{ bigint: number }>;
/** A connection inside a transaction. */
export type Tx = postgres.TransactionSql<{ bigint: number }>;

/** What a statement is given. */
export type Value = string | number | boolean | null | readonly string[] | readonly number[];

/** Whole statements of a transaction, no parts of any; where this is not a `Tx`, each is sent when it is called. */
export interface Ask {
  <T extends readonly object[] = readonly object[]>(
    text: TemplateStringsArray,
    ...values: readonly Value[]
  ): Promise<T>;
  unsafe<T extends object[]>(text: string, values: Value[], options: { readonly prepare: true }): Promise<T>;
}

/** bigint holds versions and instants: both stay below 2^53. A date stays the words it is on the wire. */
const types = {
  bigint: {
    to: 20,
    from: [20],
    serialize: (value: number) => String(value),
    parse: (text: string) => Number(text),
  },
  date: {
    to: 1082,
    from: [1082],
    serialize: (value: string) => value,
    parse: (text: string) => text,
  },
};

/**
 * The server's pool: every connection starts as holdfast_app, bound by row security (AC4). Statements are planned once
 * for each connection: all of them go by a key, so no value makes another plan better, and planning a list of ids each
 * time costs more than reading them.
 */
export const openPool = (url: string, max = 10): Sql =>
  postgres(url, {
    max,
    types,
    onnotice: () => undefined,
    connect_timeout: 10,
    connection: {
      role: 'holdfast_app',
      application_name: 'holdfast',
      plan_cache_mode: 'force_generic_plan',
      // A small table counts as read at once, whole; its plan stays while it grows and fills with rows that are gone.
      enable_seqscan: 'off',
      // What has no other way counts as so dear, before Postgres 18, that it would be compiled first.
      jit: 'off',
    },
  }) as unknown as Sql;

/** The owner's single connection, for migrations, the catalogue check and the daily job: never for a request. */
export const openOwner = (url: string): Sql =>
  postgres(url, { max: 1, types, onnotice: () => undefined, connect_timeout: 10 }) as unknown as Sql;

/** The owner's connection for as long as `work` takes. */
export async function asOwner<T>(url: string, work: (owner: Sql) => Promise<T>): Promise<T> {
  const owner = openOwner(url);
  try {
    return await work(owner);
  } finally {
    await owner.end({ timeout: 5 });
  }
}
