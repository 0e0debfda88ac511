import { can } from '@holdfast/shared/access/roles';
import type { Row } from '@holdfast/shared/entities/define-entity';
import { entityByName } from '@holdfast/shared/entities/index';
import type { Op } from '@holdfast/shared/sync/op';
import { type Rejection, reject } from '@holdfast/shared/sync/rejection';

/** AC3, and what nobody may do by hand. @param row as it stands, null where there is none */
export function mayNot(role: string, accountId: string, op: Op, row: Row | null): Rejection | null {
  const entity = entityByName(op.entity);
  if (!entity || !can(role, entity.capability))
    return reject('forbidden', `${role} may not write ${op.entity}`);
  if (op.entity === 'comment' && row && row.createdBy !== accountId && op.op !== 'create') {
    const allowed = op.op !== 'patch' && can(role, 'deleteOthersComments');
    if (!allowed) return reject('forbidden', "comment: somebody else's");
  }
  if (op.entity === 'conflict' && (op.op !== 'patch' || op.changes.state?.to !== 'settled')) {
    return reject('forbidden', 'conflict: only settled by hand');
  }
  return op.entity === 'hold' ? mayNotDecide(role, accountId, op, row) : null;
}

/** A hold is decided once: released by who may, dropped by them or by its author, in their own name. */
function mayNotDecide(role: string, accountId: string, op: Op, row: Row | null): Rejection | null {
  const { state, decidedBy } = op.changes;
  if (op.op !== 'patch' || !op.guard || state?.from !== 'held' || state.to === 'held')
    return reject('forbidden', 'hold: only decided by hand, guarded');
  if (decidedBy?.to !== accountId || decidedBy.from !== null)
    return reject('forbidden', 'hold: decided in the own name');
  const isAuthor = state.to === 'dropped' && row?.accountId === accountId;
  return isAuthor || can(role, 'releaseHeld') ? null : reject('forbidden', `${role} may not release`);
}
