import { defineEntity, type RowOf } from './define-entity';
import { choice, instant, jsonValue, name, reference } from './fields';

/**
 * What merging settled with a question (`open`, then `settled`) or without (`auto`, the diary). Made by the merge
 * alone; people only move `state` from open to settled (MG10). `field` is `deletedAt` where an edit met a
 * deletion: `mine` then holds the whole edit as `{field: value}`.
 */
export const conflict = defineEntity({
  name: 'conflict',
  lane: 'synced',
  label: ['question', 'questions'],
  capability: 'write',
  fields: {
    entity: name('kind', 50, { merge: 'fixed' }),
    rowId: reference('row', { merge: 'fixed' }),
    field: name('field', 100, { merge: 'fixed' }),
    base: jsonValue('before', { merge: 'fixed' }),
    mine: jsonValue('yours', { merge: 'fixed' }),
    theirs: jsonValue('theirs', { merge: 'fixed' }),
    result: jsonValue('result', { merge: 'fixed' }),
    state: choice('state', ['open', 'settled', 'auto']),
    forAccountId: reference('for', { merge: 'fixed' }),
    at: instant('when', { merge: 'fixed' }),
    devices: jsonValue('devices', { merge: 'fixed' }),
  },
  indexes: { state: (row) => [row.workspaceId, row.deletedAt === null ? 0 : 1, row.state, row.at, row.id] },
});

export type Conflict = RowOf<typeof conflict>;

/** Who made one side of it, on which device, when (corrected time). Unknown ones are ''. */
export type ConflictSide = {
  readonly id: string;
  readonly accountId: string;
  readonly at: number;
  /** How the device calls itself. */
  readonly name: string;
  /** It came to the server long after it was made. */
  readonly offline: boolean;
};

/** `devices` holds the maker of `mine`, then of `theirs`; what cannot be read is nobody's. */
export function sideOf({ devices, at }: Conflict, side: 'mine' | 'theirs'): ConflictSide {
  const nobody = { id: '', accountId: '', at, name: '', offline: false };
  const found: unknown = Array.isArray(devices) ? devices[side === 'mine' ? 0 : 1] : null;
  return typeof found === 'object' && found !== null ? { ...nobody, ...found } : nobody;
}
