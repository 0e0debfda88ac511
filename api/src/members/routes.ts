/** `/api`: workspaces, their members, and invitation links (spec AC3, AC5). */
import type { Row } from '@holdfast/shared/entities/define-entity';
import { deleteWorkspaceSchema, memberRoleSchema } from '@holdfast/shared/sync/people';
import { createWorkspaceSchema, renameWorkspaceSchema } from '@holdfast/shared/sync/protocol';
import { type Context, Hono } from 'hono';
import { membershipOf } from '../db/membership';
import { asAccount } from '../db/tenant';
import type { Deps } from '../deps';
import { authenticate } from '../http/authenticate';
import { parseJson } from '../http/parse-json';
import { problem } from '../http/problem';
import type { AppEnv } from '../http/session';
import { changeMember, type MemberChange } from './change-member';
import { deleteWorkspace } from './delete-workspace';
import { inviteRoutes } from './invite-routes';
import { refusal, requireUuids } from './refusals';
import { makeWorkspace, renameWorkspace } from './workspaces';

export function memberRoutes(deps: Deps) {
  const known = authenticate(deps);
  const newMark = () => Buffer.from(deps.randomBytes(8)).toString('hex');
  const changed = (workspaceId: string, version: number) =>
    deps.bus.publish({ kind: 'changed', workspaceId, version, deviceId: null });

  return new Hono<AppEnv>()
    .use('/workspaces/:id/*', known, requireUuids)
    .use('/workspaces/:id', known, requireUuids)
    .post('/workspaces', known, async (c) => {
      const body = await parseJson(c, createWorkspaceSchema);
      if (!body) return problem(c, 'bad_request', 400);
      const { accountId } = c.get('session');
      const made = await asAccount(
        deps.sql,
        accountId,
        (tx) => makeWorkspace(tx, { ...body, accountId, now: deps.now(), mark: newMark() }),
        { granted: body.id },
      );
      // Neither whose it is nor that it is: choose another id.
      if (made.kind === 'taken') return problem(c, 'forbidden', 403);
      if (made.kind === 'made') {
        deps.log.info({ account: accountId, workspace: body.id }, 'workspace made');
        deps.bus.publish({ kind: 'joined', workspaceId: body.id, accountId });
      }
      const name = made.kind === 'there' ? made.name : body.name;
      return c.json({ id: body.id, name, role: 'owner', personal: false }, 201);
    })
    .patch('/workspaces/:id', async (c) => {
      const body = await parseJson(c, renameWorkspaceSchema);
      if (!body) return problem(c, 'bad_request', 400);
      const { accountId } = c.get('session');
      const workspaceId = c.req.param('id');
      const renamed = await asAccount(deps.sql, accountId, (tx) =>
        renameWorkspace(tx, { workspaceId, name: body.name, accountId, now: deps.now(), mark: newMark() }),
      );
      if (renamed.kind === 'renamed') changed(workspaceId, renamed.version);
      if (renamed.kind === 'renamed' || renamed.kind === 'unchanged')
        return c.json({ id: workspaceId, name: body.name });
      return refusal(c, renamed.kind);
    })
    .delete('/workspaces/:id', async (c) => {
      const body = await parseJson(c, deleteWorkspaceSchema);
      if (!body) return problem(c, 'bad_request', 400);
      const { accountId } = c.get('session');
      const workspaceId = c.req.param('id');
      const deleted = await asAccount(deps.sql, accountId, (tx) =>
        deleteWorkspace(tx, { workspaceId, accountId, name: body.name, now: deps.now(), mark: newMark() }),
      );
      if (deleted.kind === 'other_name') return problem(c, 'bad_request', 400);
      if (deleted.kind !== 'deleted') return refusal(c, deleted.kind);
      changed(workspaceId, deleted.version);
      for (const each of deleted.accountIds)
        deps.bus.publish({ kind: 'revoked', workspaceId, accountId: each });
      deps.log.info({ account: accountId, workspace: workspaceId }, 'workspace deleted');
      return c.json({});
    })
    .get('/workspaces/:id/members', async (c) => {
      const { accountId } = c.get('session');
      const workspaceId = c.req.param('id');
      const members = await asAccount(deps.sql, accountId, async (tx) => {
        const membership = await membershipOf(tx, workspaceId, accountId);
        if (membership.kind !== 'member') return membership.kind;
        return tx`select account_id as "accountId", name, avatar, role, last_seen_at as "lastSeenAt"
          from member where workspace_id = ${workspaceId} and removed_at is null order by name, account_id`;
      });
      return typeof members === 'string' ? refusal(c, members) : c.json({ members: [...members] });
    })
    .patch('/workspaces/:id/members/:accountId', requireUuids, async (c) => {
      const body = await parseJson(c, memberRoleSchema);
      if (!body) return problem(c, 'bad_request', 400);
      return answer(c, await change(c, c.req.param('id'), c.req.param('accountId'), body.role));
    })
    .delete('/workspaces/:id/members/:accountId', requireUuids, async (c) =>
      answer(c, await change(c, c.req.param('id'), c.req.param('accountId'), null)),
    )
    .route('/', inviteRoutes(deps, changed));

  async function change(c: Context<AppEnv>, workspaceId: string, accountId: string, role: string | null) {
    const actorId = c.get('session').accountId;
    const outcome = await asAccount(deps.sql, actorId, (tx) =>
      changeMember(tx, { workspaceId, actorId, accountId, role, now: deps.now(), mark: newMark() }),
    );
    if (outcome.kind === 'changed') {
      changed(workspaceId, outcome.version);
      if (role === null) deps.bus.publish({ kind: 'revoked', workspaceId, accountId });
      deps.log.info({ account: actorId, workspace: workspaceId, member: accountId, role }, 'member changed');
    }
    return outcome;
  }
}

function answer(c: Context<AppEnv>, change: MemberChange): Response {
  if (change.kind !== 'changed' && change.kind !== 'unchanged') return refusal(c, change.kind);
  const { accountId, name, role, removedAt } = change.member as Row & { accountId: string };
  return c.json({ accountId, name, role, removedAt } as Record<string, unknown>);
}
