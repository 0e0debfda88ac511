/**
 * What somebody wrote that did not come to stand, or only in part: the history of fields does not know it, the
 * question's row does (MG10: what was not chosen stays in the history). Pure.
 */
import { type Conflict, sideOf } from '@holdfast/shared/entities/conflict';
import type { Json } from '@holdfast/shared/entities/fields';
import { sameJson } from '@holdfast/shared/merge/json';
import { conflictId } from '@holdfast/shared/sync/ids';
import { isEdit } from '../merges/diary';
import type { HistoryLine, LineChange, OwnMutation, Whose } from './history-lines';

/** @param conflicts the row's, in whatever state. */
export function linesNotTaken(conflicts: readonly Conflict[], whose: Whose): HistoryLine[] {
  return conflicts.flatMap((conflict): HistoryLine[] => {
    const changes = changesNotTaken(conflict);
    if (changes.length === 0) return [];
    const maker = sideOf(conflict, 'mine');
    return [
      {
        mutationId: conflict.id,
        name: '',
        accountId: maker.accountId || conflict.forAccountId,
        deviceName: maker.id === whose.deviceId ? null : maker.name,
        at: maker.at,
        kind: 'changed',
        changes,
        onlyHere: false,
        notTaken: true,
      },
    ];
  });
}

function changesNotTaken(conflict: Conflict): LineChange[] {
  const { field, base, mine, theirs, result } = conflict;
  if (field !== 'deletedAt') {
    const isJoined = conflict.state === 'auto' && !sameJson(theirs as Json, result as Json);
    // Words that were joined do stand; how they came in is in the field history.
    return isJoined || sameJson(mine as Json, result as Json)
      ? []
      : [{ field, from: base as Json, to: mine as Json }];
  }
  // An edit that was there before the deletion came is told by the field history.
  if (!isEdit(mine) || conflict.stamps._?.[2] !== sideOf(conflict, 'mine').id) return [];
  return Object.entries(mine).map(([name, to]) => ({
    field: name,
    from: isEdit(base) ? (base[name] ?? null) : null,
    to,
  }));
}

/** Of this device's own mutations without what `linesNotTaken` tells of them. */
export function withoutNotTaken(
  own: readonly OwnMutation[],
  conflicts: readonly Conflict[],
  rowId: string,
): readonly OwnMutation[] {
  const told = conflicts.filter((conflict) => changesNotTaken(conflict).length > 0);
  if (told.length === 0) return own;
  return own.map(({ mutation, waiting }) => {
    const gone = new Set(
      told.flatMap(({ id, field, forAccountId }) =>
        conflictId(mutation.id, rowId, field, forAccountId) === id ? [field] : [],
      ),
    );
    if (gone.size === 0) return { mutation, waiting };
    const ops = mutation.ops.map((op) => ({
      ...op,
      changes: Object.fromEntries(
        Object.entries(op.changes).filter(([field]) => !gone.has(field) && !gone.has('deletedAt')),
      ),
    }));
    return { mutation: { ...mutation, ops }, waiting };
  });
}

/** Where they belong by their time, among lines that stand the newest first. */
export function amongLines(
  lines: readonly HistoryLine[],
  notTaken: readonly HistoryLine[],
): readonly HistoryLine[] {
  const all = [...lines];
  for (const line of notTaken) {
    const at = all.findIndex((one) => !one.onlyHere && one.at <= line.at);
    all.splice(at < 0 ? all.length : at, 0, line);
  }
  return all;
}
