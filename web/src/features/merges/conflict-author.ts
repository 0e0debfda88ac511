import { type Conflict, type ConflictSide, sideOf } from '@holdfast/shared/entities/conflict';

/** Who made a side of a question. Where only a device is known, the question's own person is its author. */
export const accountOf = (side: ConflictSide, conflict: Conflict): string =>
  side.accountId !== ''
    ? side.accountId
    : side.id === sideOf(conflict, 'mine').id
      ? conflict.forAccountId
      : '';
