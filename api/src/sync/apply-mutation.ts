/** One mutation on the rows as the batch has left them: its ops succeed or fail together (PU1). */
import type { ConflictSide } from '@holdfast/shared/entities/conflict';
import type { Row } from '@holdfast/shared/entities/define-entity';
import { applyOp } from '@holdfast/shared/merge/apply-op';
import type { Applied, Author, ConflictDraft, FieldChange } from '@holdfast/shared/merge/outcome';
import { conflictRow } from '@holdfast/shared/merge/pending-row';
import type { Mutation, Op } from '@holdfast/shared/sync/op';
import { type Rejection, reject } from '@holdfast/shared/sync/rejection';
import { closesCycle } from './cycles';
import type { Facts } from './facts';
import { keyOf } from './keys';
import { mayNot } from './may-not';
import { authorOf, type Pusher } from './pusher';
import { brokenReference, toInbox } from './references';
import type { HistoryEntry } from './server-store';
import { unseenBy } from './unseen-by';

/** A field's change before its version is taken. */
export type DraftEntry = Omit<HistoryEntry, 'version' | 'n'> & { readonly key: string };

/** The batch so far: a later mutation sees what an earlier one did. */
export interface Ground {
  readonly rows: ReadonlyMap<string, Row>;
  /** Rows whose creation was rejected, in this batch too. */
  readonly rejected: ReadonlySet<string>;
}

/** What a mutation would do. */
export interface Draft {
  readonly kind: 'draft';
  outcome: 'applied' | 'merged' | 'review';
  readonly changed: Map<string, { readonly entity: string; readonly row: Row }>;
  readonly history: DraftEntry[];
  readonly conflictIds: string[];
  readonly left: string[];
}

const GRAVITY = ['applied', 'merged', 'review'] as const;

/** @param heldSince of a mutation that was held: what changed above that version its author had not seen either. */
export function applyMutation(
  pusher: Pusher,
  facts: Facts,
  batch: Ground,
  mutation: Mutation,
  heldSince: number | null = null,
): Draft | Rejection {
  const draft: Draft = {
    kind: 'draft',
    outcome: 'applied',
    changed: new Map(),
    history: [],
    conflictIds: [],
    left: [],
  };
  const rowAt = (entity: string, id: string): Row | null =>
    draft.changed.get(keyOf(entity, id))?.row ?? batch.rows.get(keyOf(entity, id)) ?? null;
  const author = authorOf(pusher, mutation);
  const inHistory = mutation.seen === null || facts.knownCursors.has(mutation.seen);
  for (const sent of mutation.ops) {
    const row = rowAt(sent.entity, sent.id);
    const refusal =
      mayNot(pusher.role, pusher.accountId, sent, row) ??
      brokenReference(sent, rowAt, { rejected: batch.rejected, people: facts.people }) ??
      closesCycle(sent, rowAt, facts.links);
    if (refusal) return refusal;
    const op = { ...toInbox(sent, rowAt), base: inHistory ? sent.base : 0 };
    const result = applyOp(row, op, unseenBy(facts, row, op, author, heldSince), author);
    if (result.kind === 'rejected') {
      return result.code === 'not_found' && batch.rejected.has(op.id)
        ? reject('parent_rejected', 'creation was rejected', op.id)
        : result;
    }
    take(draft, op, result, { author, pusher, facts, wasHeld: heldSince !== null });
  }
  return draft;
}

interface Telling {
  readonly author: Author;
  readonly pusher: Pusher;
  readonly facts: Facts;
  /** Late because it was held, not because its device was away. */
  readonly wasHeld: boolean;
}

function take(draft: Draft, op: Op, result: Applied, telling: Telling): void {
  const { author } = telling;
  const key = keyOf(op.entity, op.id);
  if (result.changed.length > 0) {
    draft.changed.set(key, { entity: op.entity, row: result.row });
    draft.history.push(...result.changed.map((change) => entryOf(key, op, change, author)));
  }
  for (const conflict of result.conflicts) {
    const row = conflictRow(told(conflict, telling), author);
    draft.changed.set(keyOf('conflict', row.id), { entity: 'conflict', row });
    draft.conflictIds.push(row.id);
  }
  draft.left.push(...result.left);
  if (GRAVITY.indexOf(result.kind) > GRAVITY.indexOf(draft.outcome)) draft.outcome = result.kind;
}

/** A change that came so long after it was made was made offline, as people say it. */
const OFFLINE_AFTER = 60_000;

/**
 * What only the server knows of a conflict: how the devices are called, and that the author had been away. Where only
 * stamps told of somebody, nobody's account is known: the author hears of it.
 */
function told(draft: ConflictDraft, { author, pusher, facts, wasHeld }: Telling): ConflictDraft {
  const tell = (side: ConflictSide): ConflictSide =>
    side.id === pusher.deviceId
      ? { ...side, name: pusher.deviceName, offline: !wasHeld && pusher.now - side.at >= OFFLINE_AFTER }
      : { ...side, name: facts.deviceNames.get(side.id) ?? '' };
  const [mine, theirs] = draft.devices;
  return {
    ...draft,
    devices: [tell(mine), tell(theirs)],
    forAccountId: draft.forAccountId || author.accountId,
  };
}

const entryOf = (key: string, op: Op, change: FieldChange, author: Author): DraftEntry => ({
  key,
  entity: op.entity,
  rowId: op.id,
  field: change.field,
  from: change.from,
  to: change.to,
  time: author.time,
  deviceId: author.deviceId,
  accountId: author.accountId,
  mutationId: author.mutationId,
});
