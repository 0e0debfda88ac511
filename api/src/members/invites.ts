/** Invitation links. Whoever has the token may enter, as often as it says, while its maker still may invite. */
import { createHash } from 'node:crypto';
import { can } from '@holdfast/shared/access/roles';
import type { Row } from '@holdfast/shared/entities/define-entity';
import { entityByName } from '@holdfast/shared/entities/index';
import { memberId, newId } from '@holdfast/shared/sync/ids';
import { changedRow, commitRows, serverRow } from '../db/commit-rows';
import { holdAccount } from '../db/hold-account';
import { membershipOf } from '../db/membership';
import type { Tx } from '../db/pool';
import { readRows } from '../db/rows';
import { becomeAccount } from '../db/tenant';
import type { Deps } from '../deps';
import { mayInvite } from './may-manage';

const DAY = 86_400_000;
const INVITE_MS = 7 * DAY;
const INVITE_MOST_MS = 90 * DAY;

export type InviteMade =
  | { readonly kind: 'made'; readonly id: string; readonly token: string; readonly expiresAt: number }
  | { readonly kind: 'removed' | 'stranger' | 'forbidden' | 'bad_expiry' };

/** Call as the inviter. */
export async function makeInvite(
  tx: Tx,
  deps: Pick<Deps, 'now' | 'randomBytes'>,
  wanted: {
    readonly workspaceId: string;
    readonly accountId: string;
    readonly role: string;
    readonly maxUses: number;
    readonly expiresAt: number | null;
  },
): Promise<InviteMade> {
  const { workspaceId, accountId, role, maxUses } = wanted;
  const membership = await membershipOf(tx, workspaceId, accountId);
  if (membership.kind !== 'member') return membership;
  if (!mayInvite(membership.role, role)) return { kind: 'forbidden' };
  const now = deps.now();
  const expiresAt = wanted.expiresAt ?? now + INVITE_MS;
  if (expiresAt <= now || expiresAt > now + INVITE_MOST_MS) return { kind: 'bad_expiry' };
  const token = Buffer.from(deps.randomBytes(32)).toString('base64url');
  const id = newId(deps);
  await tx`insert into invite (workspace_id, id, token_hash, role, max_uses, expires_at, created_at, created_by)
    values (${workspaceId}, ${id}, ${hashOf(token)}, ${role}, ${maxUses}, ${expiresAt}, ${now}, ${accountId})`;
  return { kind: 'made', id, token, expiresAt };
}

/** A link that still works; its token is nobody's to tell. */
export interface OpenInvite {
  readonly id: string;
  readonly role: string;
  readonly maxUses: number;
  readonly uses: number;
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly inviterName: string;
}

export type InvitesListed =
  | { readonly kind: 'listed'; readonly invites: readonly OpenInvite[] }
  | { readonly kind: 'removed' | 'stranger' | 'forbidden' };

/** The links that still work, the newest first, for whoever may make one. Call as the account. */
export async function listInvites(
  tx: Tx,
  asked: { readonly workspaceId: string; readonly accountId: string; readonly now: number },
): Promise<InvitesListed> {
  const { workspaceId, accountId, now } = asked;
  const membership = await membershipOf(tx, workspaceId, accountId);
  if (membership.kind !== 'member') return membership;
  if (!can(membership.role, 'invite')) return { kind: 'forbidden' };
  // One whose maker left or may invite no more works no more.
  const open = await tx<(OpenInvite & { inviterRole: string })[]>`
    select i.id, i.role, i.max_uses as "maxUses", i.uses, i.created_at as "createdAt", i.expires_at as "expiresAt",
      m.name as "inviterName", m.role as "inviterRole"
    from invite i join member m on m.workspace_id = i.workspace_id and m.account_id = i.created_by
    where i.workspace_id = ${workspaceId} and i.revoked_at is null and i.expires_at > ${now}::bigint
      and i.uses < i.max_uses and m.removed_at is null
    order by i.created_at desc, i.id`;
  const invites = open
    .filter((each) => mayInvite(each.inviterRole, each.role))
    .map(({ inviterRole: _, ...invite }) => invite);
  return { kind: 'listed', invites };
}

/** Nobody enters by it any more. Whoever may make such a link may turn it off, and its maker. Call as the account. */
export async function turnOffInvite(
  tx: Tx,
  wanted: {
    readonly workspaceId: string;
    readonly accountId: string;
    readonly inviteId: string;
    readonly now: number;
  },
): Promise<{ readonly kind: 'off' | 'removed' | 'stranger' | 'forbidden' | 'not_found' }> {
  const { workspaceId, accountId, inviteId, now } = wanted;
  const membership = await membershipOf(tx, workspaceId, accountId);
  if (membership.kind !== 'member') return membership;
  if (!can(membership.role, 'invite')) return { kind: 'forbidden' };
  const [invite] = await tx<{ role: string; created_by: string }[]>`
    select role, created_by from invite where workspace_id = ${workspaceId} and id = ${inviteId} for update`;
  if (!invite) return { kind: 'not_found' };
  if (invite.created_by !== accountId && !mayInvite(membership.role, invite.role))
    return { kind: 'forbidden' };
  await tx`update invite set revoked_at = ${now}
    where workspace_id = ${workspaceId} and id = ${inviteId} and revoked_at is null`;
  return { kind: 'off' };
}

export interface Preview {
  readonly workspaceName: string;
  readonly inviterName: string;
  readonly role: string;
}

/** What the link leads to, for whoever has it; null where it leads nowhere. Call in a transaction begun as nobody. */
export async function previewInvite(tx: Tx, token: string, now: number): Promise<Preview | null> {
  const invite = await standingInvite(tx, token, now);
  return (
    invite && { workspaceName: invite.workspaceName, inviterName: invite.inviterName, role: invite.role }
  );
}

export type Accepted =
  | { readonly kind: 'invalid' }
  | {
      readonly kind: 'member';
      readonly workspaceId: string;
      readonly role: string;
      /** Null where the account was a member already, and nothing changed. */
      readonly version: number | null;
    };

/** Call in a transaction begun as nobody; it goes on as the account. */
export async function acceptInvite(tx: Tx, deps: Deps, accountId: string, token: string): Promise<Accepted> {
  const now = deps.now();
  const invite = await standingInvite(tx, token, now);
  if (!invite) return { kind: 'invalid' };
  const { workspaceId, role } = invite;
  await becomeAccount(tx, accountId, workspaceId);
  const account = await holdAccount(tx, accountId);
  if (!account) return { kind: 'invalid' };
  const entity = entityByName('member');
  if (!entity) throw new Error('the registry has no members');
  const id = memberId(workspaceId, accountId);
  const [known] = await readRows(tx, entity, workspaceId, [id], 'update');
  if (known && known.removedAt === null)
    return { kind: 'member', workspaceId, role: String(known.role), version: null };
  await tx`update invite set uses = uses + 1 where workspace_id = ${workspaceId} and id = ${invite.id}`;
  const row: Row = known
    ? changedRow(known, now, { name: account.name, role, removedAt: null })
    : serverRow({ id, workspaceId, createdBy: accountId }, now, {
        accountId,
        name: account.name,
        avatar: null,
        role,
        lastSeenAt: null,
        removedAt: null,
      });
  const mark = Buffer.from(deps.randomBytes(8)).toString('hex');
  const version = await commitRows(tx, workspaceId, [{ entity: 'member', row }], mark);
  return { kind: 'member', workspaceId, role, version };
}

interface Standing {
  readonly id: string;
  readonly workspaceId: string;
  readonly role: string;
  readonly workspaceName: string;
  readonly inviterName: string;
}

/** The invitation, held until commit so that its last use is used once; null for every reason alike. */
async function standingInvite(tx: Tx, token: string, now: number): Promise<Standing | null> {
  const [invite] = await tx<{ id: string; workspace_id: string; role: string; created_by: string }[]>`
    select id, workspace_id, role, created_by from invite
    where token_hash = ${hashOf(token)} and expires_at > ${now}::bigint and uses < max_uses and revoked_at is null
    for update`;
  if (!invite) return null;
  await tx`select set_config('holdfast.workspace', ${invite.workspace_id}, true)`;
  const [made] = await tx<{ workspace_name: string; name: string; role: string }[]>`
    select w.name as workspace_name, m.name, m.role from workspace w join member m on m.workspace_id = w.workspace_id
    where w.workspace_id = ${invite.workspace_id} and m.account_id = ${invite.created_by} and m.removed_at is null`;
  if (!made || !mayInvite(made.role, invite.role)) return null;
  return {
    id: invite.id,
    workspaceId: invite.workspace_id,
    role: invite.role,
    workspaceName: made.workspace_name,
    inviterName: made.name,
  };
}

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();
