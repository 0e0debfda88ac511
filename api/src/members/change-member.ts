/** Roles and leaving, decided while every member of the workspace is held: two owners cannot step down at once. */

import { can } from '@holdfast/shared/access/roles';
import type { Row } from '@holdfast/shared/entities/define-entity';
import { entityByName } from '@holdfast/shared/entities/index';
import { memberId } from '@holdfast/shared/sync/ids';
import { changedRow, commitRows } from '../db/commit-rows';
import type { Tx } from '../db/pool';
import { readRows } from '../db/rows';
import { mayManage } from './may-manage';

export type MemberChange =
  | { readonly kind: 'changed'; readonly version: number; readonly member: Row }
  | { readonly kind: 'unchanged'; readonly member: Row }
  | { readonly kind: 'removed' | 'stranger' | 'forbidden' | 'not_found' | 'last_owner' };

export interface Wanted {
  readonly workspaceId: string;
  /** Who asks, and about whom. */
  readonly actorId: string;
  readonly accountId: string;
  /** Null: goes. */
  readonly role: string | null;
  readonly now: number;
  readonly mark: string;
}

/** Call as the actor. */
export async function changeMember(tx: Tx, wanted: Wanted): Promise<MemberChange> {
  const { workspaceId, actorId, accountId, role, now, mark } = wanted;
  const everybody = await membersHeld(tx, workspaceId, [actorId, accountId]);
  const actor = everybody.find((row) => row.accountId === actorId);
  if (!actor) return { kind: 'stranger' };
  if (actor.removedAt !== null) return { kind: 'removed' };
  const member = everybody.find((row) => row.accountId === accountId && row.removedAt === null);
  if (!member) return { kind: 'not_found' };
  const leaves = role === null && actorId === accountId;
  const allowed = leaves
    ? can(String(actor.role), 'leave')
    : mayManage(String(actor.role), String(member.role), role);
  if (!allowed) return { kind: 'forbidden' };
  if (member.role === role) return { kind: 'unchanged', member };
  const owners = everybody.filter((row) => row.role === 'owner' && row.removedAt === null);
  if (member.role === 'owner' && owners.length === 1) return { kind: 'last_owner' };
  const row = changedRow(member, now, role === null ? { removedAt: now } : { role });
  const version = await commitRows(tx, workspaceId, [{ entity: 'member', row }], mark);
  return { kind: 'changed', version, member: { ...row, version } };
}

async function membersHeld(tx: Tx, workspaceId: string, accounts: readonly string[]): Promise<Row[]> {
  const entity = entityByName('member');
  if (!entity) throw new Error('the registry has no members');
  const owners = await tx<{ id: string }[]>`
    select id from member where workspace_id = ${workspaceId} and role = 'owner' and removed_at is null`;
  const ids = [...owners.map(({ id }) => id), ...accounts.map((account) => memberId(workspaceId, account))];
  return readRows(tx, entity, workspaceId, [...new Set(ids)].sort(), 'update');
}
