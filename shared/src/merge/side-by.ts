import type { ConflictSide } from '../entities/conflict';
import type { ConcurrentChange } from './outcome';

/** The side of a conflict that an edit's author stands for. */
export const sideBy = (
  edit: Pick<ConcurrentChange, 'deviceId' | 'accountId' | 'time'> | undefined,
): ConflictSide => ({
  id: edit?.deviceId ?? '',
  accountId: edit?.accountId ?? '',
  at: edit?.time ?? 0,
  name: '',
  offline: false,
});
