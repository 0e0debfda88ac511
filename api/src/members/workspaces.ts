/** Making and renaming workspaces. Call as the account. */
import { can } from '@holdfast/shared/access/roles';
import { entityByName } from '@holdfast/shared/entities/index';
import { changedRow, commitRows } from '../db/commit-rows';
import { foundWorkspace } from '../db/found-workspace';
import { holdAccount } from '../db/hold-account';
import { membershipOf } from '../db/membership';
import type { Tx } from '../db/pool';
import { readRows } from '../db/rows';

export type WorkspaceMade =
  | { readonly kind: 'made'; readonly version: number }
  /** The same request again: its answer was lost. */
  | { readonly kind: 'there'; readonly name: string }
  | { readonly kind: 'taken' };

export async function makeWorkspace(
  tx: Tx,
  wanted: {
    readonly id: string;
    readonly name: string;
    readonly accountId: string;
    readonly now: number;
    readonly mark: string;
  },
): Promise<WorkspaceMade> {
  const { id, name, accountId, now, mark } = wanted;
  const account = await holdAccount(tx, accountId);
  // It ended meanwhile, from another device.
  if (!account) return { kind: 'taken' };
  const owner = { accountId, name: account.name };
  const version = await foundWorkspace(tx, { workspaceId: id, name, owner, personal: false, now, mark });
  if (version !== null) return { kind: 'made', version };
  const membership = await membershipOf(tx, id, accountId);
  if (membership.kind !== 'member' || membership.role !== 'owner') return { kind: 'taken' };
  const [workspace] = await tx<{ name: string; created_by: string }[]>`
    select name, created_by from workspace where workspace_id = ${id}`;
  return workspace?.created_by === accountId ? { kind: 'there', name: workspace.name } : { kind: 'taken' };
}

export type Renamed =
  | { readonly kind: 'renamed'; readonly version: number }
  | { readonly kind: 'removed' | 'stranger' | 'forbidden' | 'unchanged' };

export async function renameWorkspace(
  tx: Tx,
  wanted: {
    readonly workspaceId: string;
    readonly name: string;
    readonly accountId: string;
    readonly now: number;
    readonly mark: string;
  },
): Promise<Renamed> {
  const { workspaceId, name, accountId, now, mark } = wanted;
  const membership = await membershipOf(tx, workspaceId, accountId);
  if (membership.kind !== 'member') return membership;
  if (!can(membership.role, 'rename')) return { kind: 'forbidden' };
  const entity = entityByName('workspace');
  const [row] = entity ? await readRows(tx, entity, workspaceId, [workspaceId], 'update') : [];
  if (!row) throw new Error('a workspace without its row');
  if (row.name === name) return { kind: 'unchanged' };
  const version = await commitRows(
    tx,
    workspaceId,
    [{ entity: 'workspace', row: changedRow(row, now, { name }) }],
    mark,
  );
  return { kind: 'renamed', version };
}
