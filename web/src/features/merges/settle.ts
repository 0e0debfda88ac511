/**
 * Answers to the questions that merging left (MG10): each is one ordinary mutation, guarded on what its author saw
 * (PU8). The second of two at once changes nothing that the first has changed, and is told.
 */
import type { Conflict } from '@holdfast/shared/entities/conflict';
import type { Json } from '@holdfast/shared/entities/fields';
import { entityByName } from '@holdfast/shared/entities/index';
import { positionBetween } from '@holdfast/shared/merge/position';
import { newId } from '@holdfast/shared/sync/ids';
import type { Changes } from '@holdfast/shared/sync/op';
import type { WriteContext } from '../../db/context';
import { type OpIntent, refused } from '../../db/intent';
import { mutate, type WriteResult } from '../../db/mutate';
import type { Review } from './review';

/** The name by which what became of it is found again. */
export const SETTLE = 'question.settle';

/** What was chosen takes the place of what was on screen. */
export function saveResult(ctx: WriteContext, review: Review, changes: Changes): Promise<WriteResult> {
  const { row } = review;
  if (row === null) return notHere();
  return settle(ctx, review, [patch(review, row.version, changes)]);
}

/** What stands now stays, or the row stays deleted; the other version remains in the history. */
export const keepWhatStands = (ctx: WriteContext, review: Review): Promise<WriteResult> =>
  settle(ctx, review, []);

/** The row comes back, and the edit with it (MG9). */
export function bringBack(ctx: WriteContext, review: Review, changes: Changes): Promise<WriteResult> {
  const { row } = review;
  if (row === null) return notHere();
  const { entity, id } = address(review);
  return settle(ctx, review, [
    { op: 'restore', entity, id, base: row.version },
    patch(review, row.version, changes),
  ]);
}

/** Two tasks: this one stays as it stands, a new one after it has the reader's version of every field in question. */
export function keepBoth(ctx: WriteContext, review: Review): Promise<WriteResult> {
  const { row } = review;
  if (row === null) return notHere();
  const { entity } = address(review);
  const own = Object.fromEntries(
    review.fields.map(({ field, sides }) => [field, sides[0]?.value ?? null] as const),
  );
  const fields = Object.entries(entityByName(entity)?.fields ?? {});
  const values = fields.flatMap(([name, { merge }]): [string, Json][] =>
    merge === 'derived' ? [] : [[name, own[name] ?? ((row[name] ?? null) as Json)]],
  );
  const position = positionBetween(String(row['position'] ?? ''), null, ctx.randomBytes);
  const create: OpIntent = {
    op: 'create',
    entity,
    id: newId(ctx),
    values: { ...Object.fromEntries(values), position },
  };
  return settle(ctx, review, [create]);
}

function settle(ctx: WriteContext, review: Review, ops: readonly OpIntent[]): Promise<WriteResult> {
  const { workspaceId } = address(review);
  return mutate(ctx, { workspaceId, name: SETTLE, ops: [...ops, ...review.conflicts.map(settled)] });
}

const settled = (conflict: Conflict): OpIntent => ({
  op: 'patch',
  entity: 'conflict',
  id: conflict.id,
  base: conflict.version,
  guard: true,
  changes: { state: { from: 'open', to: 'settled' } },
});

const patch = (review: Review, base: number, changes: Changes): OpIntent => {
  const { entity, id } = address(review);
  return { op: 'patch', entity, id, base, guard: true, changes };
};

function address({ conflicts }: Review): { workspaceId: string; entity: string; id: string } {
  const [first] = conflicts;
  return { workspaceId: first?.workspaceId ?? '', entity: first?.entity ?? '', id: first?.rowId ?? '' };
}

const notHere = (): Promise<WriteResult> =>
  Promise.resolve(refused('not_found', null, 'This is not on this device. Copy your version instead.'));
