/** What `applyOp` takes and what it answers: closed results, no effects. */
import type { ConflictSide } from '../entities/conflict';
import type { Row } from '../entities/define-entity';
import type { Json } from '../entities/fields';
import type { Rejection } from '../sync/rejection';

/** Stands in a row's `version` and in stamps until the server gave one (versions are taken last, PU4). */
export const PENDING_VERSION = -1;

/** Who makes the op, and when. `time` is corrected already: `min(now, at + (now - sentAt))`. */
export interface Author {
  readonly workspaceId: string;
  readonly time: number;
  readonly deviceId: string;
  readonly accountId: string;
  readonly mutationId: string;
}

/**
 * A change of the same row that the op's author had not seen: made after `base`, neither on the same device nor in
 * the op's `after` chain. `deletedAt` is a field here too. In order of version, the latest last.
 */
export interface ConcurrentChange {
  readonly field: string;
  /** Before it; undefined where it is not known (a client knows only stamps). */
  readonly from: Json | undefined;
  /** The row's value after it. */
  readonly value: Json;
  readonly time: number;
  readonly deviceId: string;
  readonly accountId: string;
}

/** A field of the row that the op changed, for the field history. `_` with `to: null` stands for the creation. */
export interface FieldChange {
  readonly field: string;
  readonly from: Json;
  readonly to: Json;
}

/** The row to be made for what merging settled, with (`open`) or without (`auto`) a question (MG10). */
export interface ConflictDraft {
  readonly id: string;
  readonly entity: string;
  readonly rowId: string;
  readonly field: string;
  readonly base: Json;
  readonly mine: Json;
  readonly theirs: Json;
  readonly result: Json;
  readonly state: 'open' | 'auto';
  readonly forAccountId: string;
  readonly at: number;
  /** Of `mine`, then of `theirs`; what a device is called is added by who knows it. */
  readonly devices: readonly [mine: ConflictSide, theirs: ConflictSide];
}

export interface Applied {
  /** The gravest of its fields (PU9). */
  readonly kind: 'applied' | 'merged' | 'review';
  /** The row after the op: the same object as before where nothing changed. `version` and new stamps are pending. */
  readonly row: Row;
  readonly changed: readonly FieldChange[];
  readonly conflicts: readonly ConflictDraft[];
  /** Guarded fields that somebody had changed (PU8). */
  readonly left: readonly string[];
}

export type ApplyResult = Applied | Rejection;
