import { fieldOf, type Row } from '../entities/define-entity';
import { entityByName } from '../entities/index';
import type { Op } from '../sync/op';
import { type ConcurrentChange, PENDING_VERSION } from './outcome';
import { valueAt } from './row-values';

/**
 * What the op's author had not seen, as far as the row's stamps tell: at most the last change of each field, and
 * not whether it stands in the op's own `after` chain. The server has the field history and asks this only where
 * `base` is older; for a client it is the estimate that the server's row corrects.
 */
export function concurrentByStamps(row: Row, op: Op, deviceId: string): ConcurrentChange[] {
  const entity = entityByName(op.entity);
  const fields = op.op === 'patch' ? Object.keys(op.changes) : [...Object.keys(row.stamps), 'deletedAt'];
  const changes = [...new Set(fields)].flatMap((field) => {
    const stamp = row.stamps[field];
    if (
      !stamp ||
      field === '_' ||
      stamp[0] === PENDING_VERSION ||
      stamp[0] <= op.base ||
      stamp[2] === deviceId
    )
      return [];
    if (field !== 'deletedAt' && !(entity && fieldOf(entity, field))) return [];
    const change: ConcurrentChange & { version: number } = {
      field,
      from: undefined,
      value: valueAt(row, field),
      time: stamp[1],
      deviceId: stamp[2],
      accountId: '',
      version: stamp[0],
    };
    return [change];
  });
  return changes.sort((a, b) => a.version - b.version).map(({ version: _, ...change }) => change);
}
