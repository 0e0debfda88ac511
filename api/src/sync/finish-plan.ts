/** Gives a plan its versions, once they are taken (PU4): rows, history and results as they are written and answered. */
import type { Row } from '@holdfast/shared/entities/define-entity';
import { stampVersion } from '@holdfast/shared/merge/pending-row';
import type { MutationResult } from '@holdfast/shared/sync/protocol';
import type { Incoming } from './incoming';
import { keyOf } from './keys';
import { type Plan, REUSED } from './plan-push';
import type { Pusher } from './pusher';
import type { HeldMutation, HistoryEntry, StoredMutation, StoredResult } from './server-store';

export interface Writes {
  readonly rows: readonly { readonly entity: string; readonly row: Row }[];
  readonly history: readonly HistoryEntry[];
  readonly mutations: readonly StoredMutation[];
  readonly held: readonly HeldMutation[];
  readonly takenBack: readonly string[];
  readonly results: readonly MutationResult[];
}

/** @param first the first version taken  @param head the workspace's head after them */
export function finishPlan(plan: Plan, pusher: Pusher, first: number, head: number): Writes {
  const versions = new Map([...plan.changed.keys()].map((key, index) => [key, first + index]));
  const versionOf = (key: string) => versions.get(key) ?? 0;
  const results: MutationResult[] = [];
  const mutations: StoredMutation[] = [];
  for (const {
    incoming,
    duplicate,
    outcome,
    rejection,
    rowKeys,
    conflictIds,
    left,
    holdId,
  } of plan.planned) {
    const { id, seq } = incoming;
    const stored: StoredResult = duplicate ?? {
      outcome,
      version:
        outcome === 'retry' || outcome === 'rejected'
          ? null
          : rowKeys.length > 0
            ? Math.max(...rowKeys.map(versionOf))
            : head,
      ...(rejection
        ? {
            code: rejection.code,
            message: rejection.message,
            ...(rejection.rowId ? { rowId: rejection.rowId } : {}),
          }
        : {}),
      ...(conflictIds.length > 0 ? { conflictIds: [...conflictIds] } : {}),
      ...(left.length > 0 ? { left: [...left] } : {}),
      ...(holdId ? { holdId } : {}),
    };
    results.push({ ...stored, id, seq, duplicate: duplicate !== null } as MutationResult);
    // `reused` is an answer to this request alone: the id's own result stays.
    if (duplicate || outcome === 'retry' || rejection === REUSED) continue;
    mutations.push(record(incoming, stored, pusher));
  }
  return {
    rows: [...plan.changed].map(([key, { entity, row }]) => ({
      entity,
      row: stampVersion(row, versionOf(key)),
    })),
    history: plan.history.map(({ key, ...entry }, n) => ({ ...entry, version: versionOf(key), n })),
    mutations,
    held: plan.held.flatMap(({ rowsBefore, historyBefore, ...held }) => {
      if (plan.takenBack.includes(held.id)) return [];
      const own = new Set(held.mutation.ops.map(({ entity, id }) => keyOf(entity, id)));
      // A row has one version for all that a push does to it: one that was edited afterwards, too, lies above.
      const later = plan.history.slice(historyBefore).filter(({ key }) => own.has(key));
      const below = later.map(({ key }) => versionOf(key) - 1);
      return [{ ...held, version: Math.min(first - 1 + rowsBefore, ...below) }];
    }),
    takenBack: plan.takenBack,
    results,
  };
}

function record(
  { id, seq, hash, creates, body }: Incoming,
  result: StoredResult,
  pusher: Pusher,
): StoredMutation {
  const ops = 'ops' in body ? body.ops : [];
  return {
    id,
    deviceId: pusher.deviceId,
    seq,
    accountId: pusher.accountId,
    name: 'name' in body ? body.name : '',
    contentHash: hash,
    result,
    after: Object.fromEntries(ops.flatMap((op) => (op.after ? [[op.id, op.after]] : []))),
    rejectedRows: result.outcome === 'rejected' ? creates : [],
    recordedAt: pusher.now,
  };
}
