/** What a batch has done so far: a later mutation sees what an earlier one did. */
import type { Row } from '@holdfast/shared/entities/define-entity';
import type { Rejection } from '@holdfast/shared/sync/rejection';
import type { Draft, DraftEntry } from './apply-mutation';
import type { Incoming } from './incoming';
import type { HeldMutation, StoredResult } from './server-store';

export interface Batch {
  readonly rows: Map<string, Row>;
  readonly changed: Map<string, { readonly entity: string; readonly row: Row }>;
  readonly history: DraftEntry[];
  /** Rows whose creation was rejected, in this batch too. */
  readonly rejected: Set<string>;
  readonly held: HeldDraft[];
  readonly takenBack: string[];
}

/** A copy that later changes to the batch do not reach. */
export const copyOf = (batch: Batch): Batch => ({
  rows: new Map(batch.rows),
  changed: new Map(batch.changed),
  history: [...batch.history],
  rejected: new Set(batch.rejected),
  held: [...batch.held],
  takenBack: [...batch.takenBack],
});

/** A mutation to be held, and what the batch had done before it: so many rows, so many entries of history. */
export type HeldDraft = Omit<HeldMutation, 'version'> & {
  readonly rowsBefore: number;
  readonly historyBefore: number;
};

/** Of one mutation; versions come with `finishPlan`. */
export interface Planned {
  readonly incoming: Incoming;
  readonly duplicate: StoredResult | null;
  readonly outcome: StoredResult['outcome'];
  readonly rejection: Rejection | null;
  readonly rowKeys: readonly string[];
  readonly conflictIds: readonly string[];
  readonly left: readonly string[];
  readonly holdId?: string;
}

/** Nothing to report. */
export const plain = (incoming: Incoming): Planned => ({
  incoming,
  duplicate: null,
  outcome: 'applied',
  rejection: null,
  rowKeys: [],
  conflictIds: [],
  left: [],
});

export function take(batch: Batch, draft: Draft): void {
  for (const [key, change] of draft.changed) put(batch, key, change);
  batch.history.push(...draft.history);
}

export function put(batch: Batch, key: string, change: { readonly entity: string; readonly row: Row }): void {
  batch.rows.set(key, change.row);
  batch.changed.set(key, change);
}
