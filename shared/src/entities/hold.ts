import { defineEntity, type RowOf } from './define-entity';
import { choice, count, instant, jsonValue, optionalReference, reference } from './fields';

/**
 * A burst of deletes that the mass-change guard keeps (PU9). Made by the server alone; a person who may release it, or
 * its author, moves `state` once from held to released or dropped, guarded, and says in `decidedBy` who they are.
 * Its mutations stay on the server until then.
 */
export const hold = defineEntity({
  name: 'hold',
  lane: 'synced',
  label: ['held change', 'held changes'],
  capability: 'write',
  fields: {
    /** Whose deletes they are. */
    accountId: reference('author', { merge: 'fixed' }),
    /** The author's time of the first and of the last one. */
    at: instant('when', { merge: 'fixed' }),
    until: instant('until', { merge: 'fixed' }),
    /** How many rows they take, and the first of them: `{entity, id}`. */
    count: count('rows', { merge: 'fixed' }),
    sample: jsonValue('first rows', { merge: 'fixed' }),
    state: choice('state', ['held', 'released', 'dropped']),
    decidedBy: optionalReference('decided by'),
  },
  indexes: { state: (row) => [row.workspaceId, row.deletedAt === null ? 0 : 1, row.state, row.at, row.id] },
});

export type Hold = RowOf<typeof hold>;

/** So many rows stand in `sample`. */
export const HOLD_SAMPLE = 20;

/** A row that a hold takes. (An alias: an interface would be no `Json`.) */
export type HeldRow = { readonly entity: string; readonly id: string };

/** The rows of a hold's `sample`. Any JSON may stand there: what is no row's address is left out (PL5). */
export const sampleOf = (sample: unknown): readonly HeldRow[] =>
  Array.isArray(sample) ? sample.filter(isHeldRow) : [];

function isHeldRow(value: unknown): value is HeldRow {
  if (typeof value !== 'object' || value === null || !('entity' in value) || !('id' in value)) return false;
  return typeof value.entity === 'string' && typeof value.id === 'string';
}
