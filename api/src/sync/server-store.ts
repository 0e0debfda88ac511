/**
 * The server core's only view of storage: one transaction over one workspace. Postgres and an in-memory twin pass one
 * contract suite; the simulation runs the real core on the second.
 */
import type { Row } from '@holdfast/shared/entities/define-entity';
import type { Json } from '@holdfast/shared/entities/fields';
import type { Mutation } from '@holdfast/shared/sync/op';
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
  /** Results up to this seq have arrived there: it sent the one after it. */
  readonly told: number;
  readonly seenAt: number;
}

/** `removed`: was a member once. `stranger`: anything else; whether the workspace exists is not told (WR2). */
export type Membership =
  | { readonly kind: 'member'; readonly role: string }
  | { readonly kind: 'removed' }
  | { readonly kind: 'stranger' }
  /** The session that asks has ended (AC1). */
  | { readonly kind: 'signed_out' };

export type NoMember = Exclude<Membership['kind'], 'member'>;

/** On whose behalf, and over what. `session`: also judged by `membership`, at this moment of the server's clock. */
export interface Scope {
  readonly accountId: string;
  readonly workspaceId: string;
  readonly mode: 'write' | 'snapshot';
  readonly session?: { readonly id: string; readonly now: number } | undefined;
  /** Shares no transaction: it takes long, or has failed. */
  readonly isAlone?: boolean;
}

/** A mutation that the mass-change guard keeps (PU9). */
export interface HeldMutation {
  readonly id: string;
  readonly holdId: string;
  readonly accountId: string;
  readonly deviceId: string;
  readonly seq: number;
  /** The author's corrected time. */
  readonly time: number;
  /** The workspace's version when it came: what changed above it, its author could not have seen. */
  readonly version: number;
  /** How many rows its deletes would take. */
  readonly takes: number;
  readonly mutation: Mutation;
}

export interface Deletion {
  readonly entity: string;
  readonly rowId: string;
  readonly time: number;
}

export interface Census {
  /** Members beside this one. */
  readonly others: number;
  /** Rows of each entity that people write and that stand; tasks of a deleted project do not (MG9). */
  readonly standing: { readonly [entity: string]: number };
}

/** What a task refers to among its kind. */
export interface TaskLinks {
  readonly id: string;
  readonly parentId: string | null;
  readonly dependsOn: readonly string[];
}

export interface Head {
  readonly version: number;
  readonly floor: number;
  /** The field history reaches back to here; what is older is known from stamps alone. */
  readonly historyFloor: number;
}

export interface DigestEntry {
  readonly count: number;
  readonly hash: string;
}

/** What a push begins with. */
export interface Opening extends Head {
  readonly membership: Membership;
  /** Null where it is new here. */
  readonly device: Device | null;
  /** Those that are known already. */
  readonly mutations: readonly StoredMutation[];
  readonly marks: ReadonlyMap<number, string>;
}

export interface ServerTransaction {
  membership(): Promise<Membership>;
  /** Locks until the end: one push of a workspace at a time. What is asked after it is read behind the lock. */
  open(deviceId: string, mutationIds: readonly string[], versions: readonly number[]): Promise<Opening>;
  /** Of these accounts those that are or were members. */
  membersAmong(accountIds: readonly string[]): Promise<string[]>;
  device(deviceId: string): Promise<Device | null>;
  putDevice(device: Device): Promise<void>;
  /** How these devices call themselves, where they are known. */
  deviceNames(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;

  /** Results of the device with a greater seq, by seq. */
  resultsAfter(deviceId: string, seq: number, limit: number): Promise<MutationResult[]>;
  /** Of these rows those whose creation was rejected. */
  rejectedCreations(rowIds: readonly string[]): Promise<string[]>;

  /** In order of id, whatever the order asked; locked in that order (PU4). */
  rows(entity: string, ids: readonly string[], lock: 'share' | 'update' | 'none'): Promise<Row[]>;
  /** These tasks and all above and before them, to the end. */
  linksAbove(taskIds: readonly string[]): Promise<TaskLinks[]>;
  /** These mutations and all that they were made on: the chains of one's own edits, to the end. */
  chainOf(mutationIds: readonly string[]): Promise<Pick<StoredMutation, 'id' | 'after'>[]>;
  /** What changed these rows above the version. */
  history(rowIds: readonly string[], above: number): Promise<HistoryEntry[]>;
  /** What changed this row, the newest first, before the place; at most `limit`. */
  rowHistory(
    entity: string,
    rowId: string,
    before: { readonly version: number; readonly n: number } | null,
    limit: number,
  ): Promise<HistoryLine[]>;

  /** What the person deleted between these times and is deleted still. */
  deletions(accountId: string, from: number, to: number): Promise<Deletion[]>;
  census(): Promise<Census>;
  /** The tasks of these projects that are not deleted by themselves. */
  tasksOf(projectIds: readonly string[]): Promise<{ readonly id: string; readonly projectId: string }[]>;
  /** The person's holds that nobody decided, locked. */
  openHolds(accountId: string): Promise<Row[]>;
  /** In the order in which they were made. */
  heldOf(holdIds: readonly string[]): Promise<HeldMutation[]>;
  heldByIds(mutationIds: readonly string[]): Promise<HeldMutation[]>;

  /** Zero where the account sees no such workspace. */
  head(): Promise<Head>;
  /** The marks of these versions, where they exist. */
  marks(versions: readonly number[]): Promise<ReadonlyMap<number, string>>;
  /**
   * Rows above the version, by version, at most `limit`.
   * @param isAll the head says that there are no more than so many: then others' reading may serve as well
   */
  changesAbove(version: number, limit: number, isAll?: boolean): Promise<RowChange[]>;
  digest(): Promise<{ readonly [entity: string]: DigestEntry }>;

  /**
   * The last thing before the end: takes versions, then `write` what has them. Where the counter no longer stands at
   * `seen`, the head that was read before, the work may run again instead. @returns the first taken.
   */
  takeVersions(count: number, mark: string, seen?: number): Promise<number>;
  /** Rows that were read and locked in this transaction. */
  writeRows(entity: string, rows: readonly Row[]): Promise<void>;
  /** Rows that were not there; throws where one is by now. */
  insertRows(entity: string, rows: readonly Row[]): Promise<void>;
  writeHistory(entries: readonly HistoryEntry[]): Promise<void>;
  writeMutations(mutations: readonly StoredMutation[]): Promise<void>;
  writeHeld(held: readonly HeldMutation[]): Promise<void>;
  deleteHeld(mutationIds: readonly string[]): Promise<void>;
  /** Once what is asked and written so far is on its way, that was all: whoever shares the transaction may go on. */
  nothingFollows(): void;
}

/** One of several that share a transaction, on behalf of its own account. */
export interface Job<T> {
  readonly scope: Scope;
  readonly work: (tx: ServerTransaction) => Promise<T>;
}

export interface ServerStore {
  /**
   * `snapshot` reads one state of the workspace and writes nothing. A throw rolls back. `work` may run again: two that
   * locked each other out, or raced for the same new row, are no failure of either.
   */
  transaction<T>(scope: Scope, work: (tx: ServerTransaction) => Promise<T>): Promise<T>;
}

export interface GroupingStore extends ServerStore {
  /**
   * Jobs in one transaction: all of them, or a throw and none. Those of one workspace run one after the other. Answers come
   * in the order of the jobs.
   */
  together<T>(jobs: readonly Job<T>[]): Promise<T[]>;
}
