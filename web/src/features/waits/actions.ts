/** What a task waits for. */
import type { ActionContext } from '../../db/context';
import { rowActions } from '../../db/row-actions';
import type { WriteResult } from '../../db/write-result';
import type { Seen } from '../tasks/list-actions';

const tasks = rowActions('task');

export const waitFor = (
  ctx: ActionContext,
  seen: Seen<'dependsOn'>,
  ids: readonly string[],
): Promise<WriteResult> =>
  tasks.patch(ctx, 'wait_for', seen, {
    dependsOn: { from: [...seen.dependsOn].sort(), to: [...new Set(ids)].sort() },
  });
