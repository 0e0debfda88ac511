import { can } from '@holdfast/shared/access/roles';
import type { Row } from '@holdfast/shared/entities/define-entity';
import { entityByName } from '@holdfast/shared/entities/index';
import type { Op } from '@holdfast/shared/sync/op';
import { type Rejection, reject } from '@holdfast/shared/sync/rejection';
import type { Pusher } from './pusher';

/** AC3, and what nobody may do by hand. */
export function mayNot(pusher: Pusher, op: Op, row: Row | null): Rejection | null {
  const entity = entityByName(op.entity);
  if (!entity || !can(pusher.role, entity.capability))
    return reject('forbidden', `${pusher.role} may not write ${op.entity}`);
  if (op.entity === 'comment' && row && row.createdBy !== pusher.accountId && op.op !== 'create') {
    const allowed = op.op !== 'patch' && can(pusher.role, 'deleteOthersComments');
    if (!allowed) return reject('forbidden', "comment: somebody else's");
  }
  if (op.entity === 'conflict' && (op.op !== 'patch' || op.changes.state?.to !== 'settled')) {
    return reject('forbidden', 'conflict: only settled by hand');
  }
  return null;
}
