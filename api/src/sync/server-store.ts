/**
 * The server core's only view of storage: one transaction over one workspace. Postgres and an in-memory twin pass one
 * contract suite; the simulation runs the real core on the second.
 */
import type { Row } from '@holdfast/shared/entities/define-entity';
import type { Json } from '@holdfast/shared/entities/fields';
import type { MutationResult, RowChange } from '@holdfast/shared/sync/protocol';

/** One change of one field, as kept. In order of version, then of `n`. */
export interface HistoryEntry {
  readonly version: number;
  readonly n: number;
  readonly entity: string;
  readonly rowId: string;
  readonly field: string;
  readonly from: Json;
  readonly to: Json;
  readonly time: number;
  readonly deviceId: string;
  readonly accountId: string;
  readonly mutationId: string;
}

/** An entry as people read it: with the device's name, and what the mutation was. */
export interface HistoryLine extends HistoryEntry {
  readonly deviceName: string | null;
  readonly name: string | null;
}

/** What is kept of a mutation for at least 400 days. */
export interface StoredMutation {
  readonly id: string;
  readonly deviceId: string;
  readonly seq: number;
  readonly accountId: string;
  readonly name: string;
  readonly contentHash: string;
  readonly result: StoredResult;
  readonly after: { readonly [rowId: string]: string };
  readonly rejectedRows: readonly string[];
  readonly recordedAt: number;
}
export type StoredResult = Omit<MutationResult, 'id' | 'seq' | 'duplicate'>;

export interface Device {
  readonly id: string;
  readonly accountId: string;
  readonly name: string;
  readonly ack: number;
  readonly seenAt: number;
}

/** `removed`: was a member once. `stranger`: anything else; whether the workspace exists is not told (WR2). */
export type Membership =
  | { readonly kind: 'member'; readonly role: string }
  | { readonly kind: 'removed' }
  | { readonly kind: 'stranger' };

export interface Head {
  readonly version: number;
  readonly floor: number;
}

export interface DigestEntry {
  readonly count: number;
  readonly hash: string;
}

export interface ServerTransaction {
  membership(): Promise<Membership>;
  /** Locked until the end: one push of a device at a time. Null where the device is new here. */
  lockDevice(deviceId: string): Promise<Device | null>;
  device(deviceId: string): Promise<Device | null>;
  putDevice(device: Device): Promise<void>;
  /** How these devices call themselves, where they are known. */
  deviceNames(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;

  mutations(ids: readonly string[]): Promise<StoredMutation[]>;
  /** Results of the device with a greater seq, by seq. */
  resultsAfter(deviceId: string, seq: number, limit: number): Promise<MutationResult[]>;
  /** Of these rows those whose creation was rejected. */
  rejectedCreations(rowIds: readonly string[]): Promise<string[]>;

  /** In order of id, whatever the order asked; locked in that order (PU4). */
  rows(entity: string, ids: readonly string[], lock: 'share' | 'update' | 'none'): Promise<Row[]>;
  /** What changed these rows above the version. */
  history(rowIds: readonly string[], above: number): Promise<HistoryEntry[]>;
  /** What changed this row, the newest first, before the place; at most `limit`. */
  rowHistory(
    entity: string,
    rowId: string,
    before: { readonly version: number; readonly n: number } | null,
    limit: number,
  ): Promise<HistoryLine[]>;

  head(): Promise<Head>;
  /** The marks of these versions, where they exist. */
  marks(versions: readonly number[]): Promise<ReadonlyMap<number, string>>;
  /** Rows above the version, by version, at most `limit`. */
  changesAbove(version: number, limit: number): Promise<RowChange[]>;
  digest(): Promise<{ readonly [entity: string]: DigestEntry }>;

  /** The last thing before the end: takes versions, then `write` what has them. @returns the first taken. */
  takeVersions(count: number, mark: string): Promise<number>;
  /** Rows that were read and locked in this transaction. */
  writeRows(entity: string, rows: readonly Row[]): Promise<void>;
  /** Rows that were not there; throws where one is by now. */
  insertRows(entity: string, rows: readonly Row[]): Promise<void>;
  writeHistory(entries: readonly HistoryEntry[]): Promise<void>;
  writeMutations(mutations: readonly StoredMutation[]): Promise<void>;
}

export interface ServerStore {
  /**
   * `snapshot` reads one state of the workspace and writes nothing. A throw rolls back. `work` may run again: two that
   * locked each other out, or raced for the same new row, are no failure of either.
   */
  transaction<T>(
    scope: { readonly accountId: string; readonly workspaceId: string; readonly mode: 'write' | 'snapshot' },
    work: (tx: ServerTransaction) => Promise<T>,
  ): Promise<T>;
}
