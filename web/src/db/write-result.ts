/** What came of a write: it is on this device's disk, or nothing of it is. */
import type { Row } from '@holdfast/shared/entities/define-entity';
import type { OpIntent, Refused } from './intent';
import type { Leaving } from './leaving';
import { StorageFailure, type StorageTrouble } from './storage-failure';

export type WriteResult = Saved | Unchanged | Refused | NotStored;

/** On this device's disk, and in its outbox. */
export interface Saved {
  readonly kind: 'saved';
  readonly workspaceId: string;
  readonly mutationId: string;
  readonly group: string | null;
  /** The rows after it, as the screen shows them, in the order of the ops. */
  readonly rows: readonly Row[];
  /** What takes it back, in the order in which it has to happen. */
  readonly undo: readonly OpIntent[];
  /** Where it stands among what was done here (`turnDone`). */
  readonly doneId: string;
  /** Fields that a guard left alone because somebody had changed them. */
  readonly left: readonly string[];
  /** For whoever sends: it is all that waits, and leaves at once. */
  readonly leaving?: Leaving;
}

/** Everything was already so: nothing was written. */
export interface Unchanged {
  readonly kind: 'unchanged';
  /** Fields that a guard left alone because somebody had changed them. */
  readonly left?: readonly string[];
}

/** Storage would not take it. What was typed stays in its field (CL10). */
export interface NotStored {
  readonly kind: 'not_stored';
  readonly trouble: StorageTrouble;
}

/** Runs what reads and writes; trouble of storage in either is a result, any other error a bug. */
export async function orNotStored<Result>(work: () => Promise<Result>): Promise<Result | NotStored> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StorageFailure) return { kind: 'not_stored', trouble: error.trouble };
    throw error;
  }
}
