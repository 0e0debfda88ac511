/** What the slices are given by `main.ts` and never import: clock, ids, database, bus, log. */
import type { Entropy } from '@holdfast/shared/sync/ids';
import type { Sql } from './db/pool';

/** Told after a commit; hints only: whoever misses one pulls a little later (ST5, H55). */
export type BusEvent =
  | {
      readonly kind: 'changed';
      readonly workspaceId: string;
      readonly version: number;
      readonly deviceId: string | null;
    }
  | { readonly kind: 'joined'; readonly workspaceId: string; readonly accountId: string }
  | { readonly kind: 'revoked'; readonly workspaceId: string; readonly accountId: string }
  | { readonly kind: 'session'; readonly sessionId: string; readonly reason: string };

export interface Bus {
  readonly publish: (event: BusEvent) => void;
  /** @returns a function that ends the subscription. */
  readonly subscribe: (listener: (event: BusEvent) => void) => () => void;
}

export interface Log {
  readonly info: (fields: { readonly [key: string]: unknown }, message: string) => void;
  readonly warn: (fields: { readonly [key: string]: unknown }, message: string) => void;
  readonly error: (fields: { readonly [key: string]: unknown }, message: string) => void;
}

export interface Limits {
  readonly signUpsPerHour: number;
  readonly signInsPerQuarterHour: number;
  readonly pushesPerMinute: number;
  readonly readsPerMinute: number;
}

export interface Deps {
  readonly sql: Sql;
  readonly bus: Bus;
  readonly log: Log;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly randomBytes: Entropy['randomBytes'];
  /** Signs access tokens. */
  readonly secret: Uint8Array;
  /** The origin that people see; null: whatever host the request names. */
  readonly publicUrl: string | null;
  /** null: none, for load tests. */
  readonly limits: Limits | null;
  /** How many proxies stand before the server, whose word about the peer's address counts. */
  readonly proxies: number;
  /** The build that is served, named in every answer. */
  readonly build: string;
}
