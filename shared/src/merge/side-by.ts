import type { ConflictSide } from '../entities/conflict';
import type { ConcurrentChange } from './outcome';

/** One side of a conflict: who made the edit, where and when. */
export const sideBy = (
  edit: Pick<ConcurrentChange, 'deviceId' | 'accountId' | 'time'> | undefined,
): ConflictSide => ({
  id: edit?.deviceId ?? '',
  accountId: edit?.accountId ?? '',
  at: edit?.time ?? 0,
  name: '',
  offline: false,
});
