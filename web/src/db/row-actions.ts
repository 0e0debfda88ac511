/**
 * What can be done with a row of any entity, as its author saw it: `from` and `base` come from there, never from
 * what the row has become meanwhile (CL1). Each is one mutation, named by the caller.
 */
import type { Changes } from '@holdfast/shared/sync/op';
import type { ActionContext } from './context';
import { isRefused, type OpIntent, type Refused } from './intent';
import { mutate } from './mutate';
import type { WriteResult } from './write-result';

/** The row as its author saw it: its id, its confirmed version, and the fields that they are about to change. */
export type SeenRow<T extends { id: string; version: number }, F extends keyof T = never> = Pick<
  T,
  'id' | 'version' | F
>;

type Seen = SeenRow<{ id: string; version: number }>;

/** The plain actions on one entity: a feature gives them the names that people use. */
export function rowActions(entity: string) {
  const one = (ctx: ActionContext, name: string, ...ops: OpIntent[]): Promise<WriteResult> =>
    mutate(ctx, { workspaceId: ctx.workspaceId, name: `${entity}.${name}`, ops });
  return {
    /** @param along what happens with it, or why it cannot: then neither does */
    patch: (
      ctx: ActionContext,
      name: string,
      seen: Seen,
      changes: Changes,
      along: readonly OpIntent[] | Refused = [],
    ): Promise<WriteResult> =>
      isRefused(along)
        ? Promise.resolve(along)
        : one(ctx, name, ...along, { op: 'patch', entity, id: seen.id, base: seen.version, changes }),
    remove: (ctx: ActionContext, seen: Seen) =>
      one(ctx, 'delete', { op: 'delete', entity, id: seen.id, base: seen.version }),
    restore: (ctx: ActionContext, seen: Seen) =>
      one(ctx, 'restore', { op: 'restore', entity, id: seen.id, base: seen.version }),
  };
}
