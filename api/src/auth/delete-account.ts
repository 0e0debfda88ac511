/**
 * The end of an account. What only it could see goes for good: its personal workspace and those where it is alone.
 * Of the others it leaves as a member does; what it did there stays, with its name.
 */
import { entityByName } from '@holdfast/shared/entities/index';
import { memberId } from '@holdfast/shared/sync/ids';
import { changedRow, commitRows } from '../db/commit-rows';
import type { Tx } from '../db/pool';
import { readRows } from '../db/rows';
import type { Deps } from '../deps';

export type AccountDeleted =
  | {
      readonly kind: 'deleted';
      readonly left: readonly { readonly workspaceId: string; readonly version: number }[];
      readonly sessionIds: readonly string[];
    }
  /** Others would stay without an owner. */
  | { readonly kind: 'last_owner' };

/** Call as the account. */
export async function deleteAccount(tx: Tx, deps: Deps, accountId: string): Promise<AccountDeleted> {
  // 0. Whoever enters or founds a workspace as this account is through, or finds it gone.
  await tx`select 1 from account where id = ${accountId} for update`;
  // Nobody pushes to any of its workspaces meanwhile: whoever pushes to several at once takes their locks in this order.
  await tx`select pg_advisory_xact_lock(hashtextextended(workspace_id::text, 0)) from (
      select workspace_id from member where account_id = ${accountId} and removed_at is null
      order by workspace_id offset 0) as mine`;
  // 1. Its workspaces, with their owners held: two cannot step down at once.
  await tx`select 1 from member o where o.role = 'owner' and o.removed_at is null and o.workspace_id in (
      select workspace_id from member where account_id = ${accountId} and removed_at is null)
    order by o.workspace_id, o.id for no key update`;
  const memberships = await tx<{ workspaceId: string; role: string; others: number; owners: number }[]>`
    select m.workspace_id as "workspaceId", m.role, count(o.id)::int as others,
      count(o.id) filter (where o.role = 'owner')::int as owners
    from member m
    left join member o on o.workspace_id = m.workspace_id and o.account_id <> m.account_id and o.removed_at is null
    where m.account_id = ${accountId} and m.removed_at is null
    group by m.workspace_id, m.role order by m.workspace_id`;
  const shared = memberships.filter(({ others }) => others > 0);
  if (shared.some(({ role, owners }) => role === 'owner' && owners === 0)) return { kind: 'last_owner' };

  // 2. Out of those that go on, in order of id: no two deletions wait for each other.
  const entity = entityByName('member');
  if (!entity) throw new Error('the registry has no members');
  const now = deps.now();
  const left = [];
  for (const { workspaceId } of shared) {
    const id = memberId(workspaceId, accountId);
    const [member] = await readRows(tx, entity, workspaceId, [id], 'update');
    if (!member) throw new Error('a membership without its row');
    const mark = Buffer.from(deps.randomBytes(8)).toString('hex');
    const row = changedRow(member, now, { removedAt: now });
    left.push({ workspaceId, version: await commitRows(tx, workspaceId, [{ entity: 'member', row }], mark) });
  }

  // 3. Everything that hangs on the rest, and on the account itself, goes with it.
  const alone = memberships.filter(({ others }) => others === 0).map(({ workspaceId }) => workspaceId);
  await tx`delete from workspace_head where workspace_id = any(${alone}::uuid[])`;
  const sessions = await tx<{ id: string }[]>`
    select id from session where account_id = ${accountId} and ended_at is null`;
  await tx`delete from account where id = ${accountId}`;
  return { kind: 'deleted', left, sessionIds: sessions.map(({ id }) => id) };
}
