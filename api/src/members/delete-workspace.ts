/**
 * The end of a workspace: everybody is out at once, its owner too, and its links lead nowhere. The rows stay, as
 * deleted ones do; devices let go of theirs as for any removal (CL8), unsent changes kept as a file.
 */
import { can } from '@holdfast/shared/access/roles';
import { entityByName } from '@holdfast/shared/entities/index';
import { changedRow, commitRows, type ServerRow } from '../db/commit-rows';
import { membershipOf } from '../db/membership';
import type { Tx } from '../db/pool';
import { readRows } from '../db/rows';

export type WorkspaceDeleted =
  | { readonly kind: 'deleted'; readonly version: number; readonly accountIds: readonly string[] }
  /** `other_name`: what was typed is not its name. A personal workspace is `forbidden`: it goes with its account. */
  | { readonly kind: 'removed' | 'stranger' | 'forbidden' | 'other_name' };

/** Call as the account. */
export async function deleteWorkspace(
  tx: Tx,
  wanted: {
    readonly workspaceId: string;
    readonly accountId: string;
    /** Typed by the person. */
    readonly name: string;
    readonly now: number;
    readonly mark: string;
  },
): Promise<WorkspaceDeleted> {
  const { workspaceId, accountId, name, now, mark } = wanted;
  const membership = await membershipOf(tx, workspaceId, accountId);
  if (membership.kind !== 'member') return membership;
  const [head] = await tx<{ personal_of: string | null }[]>`
    select personal_of from workspace_head where workspace_id = ${workspaceId}`;
  if (!can(membership.role, 'deleteWorkspace') || head?.personal_of) return { kind: 'forbidden' };
  const [workspaces, members] = [entityByName('workspace'), entityByName('member')];
  if (!workspaces || !members) throw new Error('the registry has no workspaces or no members');
  const [workspace] = await readRows(tx, workspaces, workspaceId, [workspaceId], 'update');
  if (!workspace) throw new Error('a workspace without its row');
  if (String(workspace.name).trim() !== name.trim()) return { kind: 'other_name' };
  const ids = await tx<{ id: string }[]>`
    select id from member where workspace_id = ${workspaceId} and removed_at is null`;
  const everybody = await readRows(tx, members, workspaceId, ids.map(({ id }) => id).sort(), 'update');
  await tx`update invite set revoked_at = ${now} where workspace_id = ${workspaceId} and revoked_at is null`;
  const rows: readonly ServerRow[] = [
    { entity: 'workspace', row: { ...changedRow(workspace, now, {}), deletedAt: now } },
    ...everybody.map((row) => ({ entity: 'member' as const, row: changedRow(row, now, { removedAt: now }) })),
  ];
  const version = await commitRows(tx, workspaceId, rows, mark);
  return { kind: 'deleted', version, accountIds: everybody.map((row) => String(row.accountId)) };
}
