/**
 * The client core's only view of storage: one transaction over everything that belongs together. Two
 * implementations (Dexie and in memory) pass one contract suite; the simulation runs the real core on the second.
 *
 * Durability: `strict` returns after the data is on disk (a person's write, freezing before a send), `relaxed` may
 * lose the last transactions at power loss (what the server can send again). A throw inside `fn` rolls back all.
 * No foreign await inside `fn`: only calls of the transaction itself (H42). A dead handle makes the store run `fn`
 * again (CL10): it must decide nothing outside. What storage itself refuses is thrown as `StorageFailure`.
 */
import type { Row } from '@holdfast/shared/entities/define-entity';
import type { Mutation } from '@holdfast/shared/sync/op';
import type { RejectionCode } from '@holdfast/shared/sync/rejection';
import type { OpIntent } from './intent';

/** A mutation that waits for its result, in order of `seq` within its workspace. */
export interface OutboxEntry {
  readonly workspaceId: string;
  readonly seq: number;
  readonly mutation: Mutation;
  /** 1 from before its first send on: it never changes after (CL2). */
  readonly frozen: 0 | 1;
  /** `rowKey` of each row that it touches. */
  readonly rows: readonly string[];
  /** Answers `retry` so far, and when the first came (PU6). */
  readonly tries: number;
  readonly firstTryAt: number | null;
  /** Changed since it was made (CL2): a copy of the profile may have sent it as it was before. */
  readonly folded?: true;
  /** Goes out again after a reset: the version under which it was acknowledged before (PL4). */
  readonly again?: number;
  /** As `held` of an acked entry: the server's row has its effect already, only its result is still to come. */
  readonly held?: readonly string[];
}

/**
 * Acknowledged: stays in the view until the cursor passes `version` with no page to come, and 7 days for a restored
 * server (PL4).
 */
export interface AckedEntry {
  readonly workspaceId: string;
  readonly mutation: Mutation;
  readonly rows: readonly string[];
  readonly version: number;
  readonly ackedAt: number;
  readonly outcome: string;
  /** What a guard left alone because somebody had changed it (PU8); absent: nothing. */
  readonly left?: readonly string[];
  /** 1 once the cursor passed `version`: no longer part of the view. */
  readonly passed: 0 | 1;
  /**
   * `rowKey` of rows that the server sent since with its effect in them: it is not applied to them again (H20). Says
   * nothing of what a guard holds (PU9), which is `outcome`; entries are stored by this name, so it stays.
   */
  readonly held?: readonly string[];
}

/** Refused for good: stands in *needs you* until its author decides (CL5). */
export interface RejectedEntry {
  readonly workspaceId: string;
  readonly mutation: Mutation;
  readonly rows: readonly string[];
  /** `left`: a decision whose text somebody had changed before it came in; the rest of it was taken (PU8). */
  readonly code: RejectionCode | 'left';
  readonly rejectedAt: number;
  /** `parent_rejected`: the row whose creation was refused. */
  readonly rowId?: string;
}

/** Something done on this device, with what undoes it: it is kept after it was sent, and over a reload. */
export interface DoneEntry {
  /** Of the write; ids of later ones are greater. */
  readonly id: string;
  readonly workspaceId: string;
  /** Writes of one tap share it: one undo. */
  readonly group: string | null;
  /** The intent, e.g. `task.complete`. */
  readonly name: string;
  readonly at: number;
  readonly state: 'stands' | 'undone';
  /** The ops that reverse it, guarded (PU8): they undo it while it stands, and do it again once it is undone. */
  readonly turn: readonly OpIntent[];
  /** When it was last done or undone, and by which mutation. */
  readonly turnedAt: number;
  readonly mutationId: string;
  /** Fields that the last turn left alone because somebody had changed them. */
  readonly left: readonly string[];
}

/** The row in every store: two workspaces may hold the same id, and neither may overwrite the other's row. */
export const rowKey = (workspaceId: string, entity: string, id: string): string =>
  `${workspaceId}/${entity}/${id}`;

export interface RowAddress {
  readonly workspaceId: string;
  readonly entity: string;
  readonly id: string;
}

/** The inverse of `rowKey`. */
export function rowAddress(key: string): RowAddress {
  const [workspaceId = '', entity = '', ...id] = key.split('/');
  return { workspaceId, entity, id: id.join('/') };
}

/** Facts about this database; see meta.ts for the keys. */
export type MetaValue =
  | null
  | boolean
  | number
  | string
  | readonly MetaValue[]
  | { readonly [key: string]: MetaValue };

export interface LocalTransaction {
  /** What the screen shows: confirmed plus pending. Rows of an entity that we do not know are kept raw (PL2). */
  row(entity: string, workspaceId: string, id: string): Promise<Row | undefined>;
  rows(entity: string, workspaceId: string): Promise<Row[]>;
  rowIds(entity: string, workspaceId: string): Promise<string[]>;
  putRow(entity: string, row: Row): Promise<void>;
  putRows(entity: string, rows: readonly Row[]): Promise<void>;
  deleteRow(entity: string, workspaceId: string, id: string): Promise<void>;
  /** The names of all entities that this store may hold rows of in the workspace, the unknown ones too. */
  entityNames(workspaceId: string): Promise<string[]>;

  /** As the server last sent it; kept only for rows with something pending. null: the server has no such row yet. */
  confirmed(entity: string, workspaceId: string, id: string): Promise<Row | null | undefined>;
  putConfirmed(entity: string, workspaceId: string, id: string, row: Row | null): Promise<void>;
  deleteConfirmed(entity: string, workspaceId: string, id: string): Promise<void>;
  /** `rowKey` of every row with something pending. */
  pendingRows(workspaceId: string): Promise<string[]>;

  /** Waiting entries by seq; all of them, or those of one workspace (at most `limit`, the first ones). */
  outbox(workspaceId?: string, limit?: number): Promise<OutboxEntry[]>;
  outboxCount(workspaceId?: string): Promise<number>;
  outboxById(mutationId: string): Promise<OutboxEntry | undefined>;
  /** Waiting entries that touch the row, by seq. */
  outboxOf(rowKey: string): Promise<OutboxEntry[]>;
  putOutbox(entry: OutboxEntry): Promise<void>;
  /** Puts waiting entries of which nothing changed but `frozen`: no screen shows it, so no live query runs again. */
  markFrozen(entries: readonly OutboxEntry[]): Promise<void>;
  deleteOutbox(workspaceId: string, seq: number): Promise<void>;

  acked(workspaceId?: string): Promise<AckedEntry[]>;
  ackedById(mutationId: string): Promise<AckedEntry | undefined>;
  /** Those that the cursor has not passed: still part of the view. */
  ackedInView(workspaceId: string): Promise<AckedEntry[]>;
  ackedOf(rowKey: string): Promise<AckedEntry[]>;
  putAcked(entry: AckedEntry): Promise<void>;
  deleteAcked(mutationId: string): Promise<void>;
  /** Drops passed entries that were acknowledged before `time`. */
  pruneAcked(workspaceId: string, time: number): Promise<void>;

  rejected(workspaceId?: string): Promise<RejectedEntry[]>;
  rejectedById(mutationId: string): Promise<RejectedEntry | undefined>;
  putRejected(entry: RejectedEntry): Promise<void>;
  deleteRejected(mutationId: string): Promise<void>;

  /** By when it was done. */
  done(workspaceId?: string): Promise<DoneEntry[]>;
  doneById(id: string): Promise<DoneEntry | undefined>;
  /** What this mutation did or undid: several, where writes folded into one. */
  doneBy(mutationId: string): Promise<DoneEntry[]>;
  putDone(entry: DoneEntry): Promise<void>;
  deleteDone(ids: readonly string[]): Promise<void>;

  meta(key: string): Promise<MetaValue | undefined>;
  putMeta(key: string, value: MetaValue): Promise<void>;
  deleteMeta(key: string): Promise<void>;
  metaKeys(prefix: string): Promise<string[]>;
}

/** `read` is read-only; see above for the other two. */
export type Durability = 'read' | 'relaxed' | 'strict';

/** `queue`: only the outbox and meta, so that freezing waits for no screen that reads rows. */
export type Scope = 'all' | 'queue';

export interface LocalStore {
  transaction<T>(mode: Durability, work: (tx: LocalTransaction) => Promise<T>, scope?: Scope): Promise<T>;
}
