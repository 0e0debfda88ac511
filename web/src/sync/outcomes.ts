/**
 * One result of the server, settled: only a result takes an entry out of the outbox (CL4). Refused ones go where their
 * author sees them, in the same transaction (CL5). Held ones have arrived: they leave the view as soon as the row comes
 * that shows them to their author and to who may release them (PU9), no sooner and no later.
 */
import type { MutationResult } from '@holdfast/shared/sync/protocol';
import { REJECTIONS, type RejectionCode } from '@holdfast/shared/sync/rejection';
import type { AckedEntry, LocalTransaction, OutboxEntry } from '../db/local-store';
import { notTaken } from './not-taken';

export interface SettledResult {
  /** It left the outbox; if not, it waits still, or is not this device's. */
  readonly left: boolean;
  /** `rowKey` of the rows whose view changes with it. */
  readonly rows: readonly string[];
}

/** What this device will hold when the answer is taken. */
export interface Reach {
  /** Every row that stands at this version or below. */
  readonly version: number;
  /** No page is to come: nothing stands above. */
  readonly whole: boolean;
}

/**
 * Nothing shows an acknowledged change any more but the rows themselves. Before the last page one may be missing: changed
 * again since, it stands above. What is held is in no row but the hold's, and that is where the change stood.
 */
export const isPassed = (entry: Pick<AckedEntry, 'version' | 'outcome'>, reach: Reach): boolean =>
  entry.version <= reach.version && (reach.whole || entry.outcome === 'held');

export interface Settling {
  readonly workspaceId: string;
  readonly now: number;
  readonly reach: Reach;
  /** Told by a pull, by the mutation's id alone. */
  readonly pulled: boolean;
}

const STAYS: SettledResult = { left: false, rows: [] };

export async function settleResult(
  tx: LocalTransaction,
  result: MutationResult,
  { workspaceId, now, reach, pulled }: Settling,
): Promise<SettledResult> {
  const entry = await tx.outboxById(result.id);
  // Settled before: results may come twice, with the push and with a pull.
  if (!entry || entry.workspaceId !== workspaceId) return STAYS;
  // A copy of this profile may have sent it before this device folded more into it: its own push will tell (PU2).
  if (pulled && entry.folded) return STAYS;
  const { mutation, rows } = entry;
  switch (result.outcome) {
    case 'retry': {
      // The batch stopped at the first that waits now; those behind it were not tried (PU6).
      const [head] = await tx.outbox(workspaceId, 1);
      if (head?.seq === entry.seq) await tx.putOutbox(tried(entry, now));
      return STAYS;
    }
    case 'rejected': {
      // What had no effect is nothing done.
      const done = await tx.doneBy(mutation.id);
      await Promise.all([
        tx.deleteDone(done.map(({ id }) => id)),
        tx.deleteOutbox(workspaceId, entry.seq),
        tx.putRejected({
          workspaceId,
          mutation,
          rows,
          code: codeOf(result.code),
          rejectedAt: now,
          ...(result.rowId === undefined ? {} : { rowId: result.rowId }),
        }),
      ]);
      return { left: true, rows };
    }
    case 'applied':
    case 'merged':
    case 'review':
    case 'held': {
      const version = result.version ?? 0;
      const passed = isPassed({ version, outcome: result.outcome }, reach) ? 1 : 0;
      const kept = notTaken(mutation, result.left ?? []);
      if (kept) await tx.putRejected({ workspaceId, ...kept, rows, code: 'left', rejectedAt: now });
      await Promise.all([
        tx.deleteOutbox(workspaceId, entry.seq),
        tx.putAcked({
          workspaceId,
          mutation,
          rows,
          version,
          ackedAt: now,
          outcome: result.outcome,
          passed,
          // What the row that stands holds, it holds after the answer too (H20).
          ...(entry.held ? { held: entry.held } : {}),
          ...(result.left && result.left.length > 0 ? { left: result.left } : {}),
        }),
      ]);
      return { left: true, rows };
    }
  }
}

/** One try more of an entry that the server could not apply for a reason of its own (PU6). */
export const tried = (entry: OutboxEntry, now: number): OutboxEntry => ({
  ...entry,
  tries: entry.tries + 1,
  // A clock that went back since does not make the wait longer.
  firstTryAt: Math.min(entry.firstTryAt ?? now, now),
});

/** A code that only a newer server knows is shown as the plainest one. */
const codeOf = (code: string | undefined): RejectionCode =>
  REJECTIONS.find((known) => known === code) ?? 'invalid';
