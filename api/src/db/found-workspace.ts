/** A workspace begins with two rows that travel: itself, and its owner. */
import { memberId } from '@holdfast/shared/sync/ids';
import { commitRows, serverRow } from './commit-rows';
import type { Tx } from './pool';

export interface Founding {
  readonly workspaceId: string;
  readonly name: string;
  readonly owner: { readonly accountId: string; readonly name: string };
  readonly personal: boolean;
  readonly now: number;
  readonly mark: string;
}

/**
 * Call as the owner, with the workspace granted. @returns its head, or null where the id is taken: by whom is nobody's
 * business, and nothing was done.
 */
export async function foundWorkspace(tx: Tx, founding: Founding): Promise<number | null> {
  const { workspaceId, name, owner, personal, now, mark } = founding;
  const made = await tx`insert into workspace_head (workspace_id, personal_of, created_at)
    values (${workspaceId}, ${personal ? owner.accountId : null}, ${now}) on conflict (workspace_id) do nothing returning 1`;
  if (made.length === 0) return null;
  const base = { workspaceId, createdBy: owner.accountId };
  return commitRows(
    tx,
    workspaceId,
    [
      { entity: 'workspace', row: serverRow({ ...base, id: workspaceId }, now, { name }) },
      {
        entity: 'member',
        row: serverRow({ ...base, id: memberId(workspaceId, owner.accountId) }, now, {
          accountId: owner.accountId,
          name: owner.name,
          avatar: null,
          role: 'owner',
          lastSeenAt: null,
          removedAt: null,
        }),
      },
    ],
    mark,
  );
}
