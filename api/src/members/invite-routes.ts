/** `/api`, invitation links: making, listing and turning off, and what whoever has one may do (spec AC3). */
import { inviteSchema, inviteTokenSchema } from '@holdfast/shared/sync/people';
import { Hono } from 'hono';
import { asAccount, asNobody } from '../db/tenant';
import type { Deps } from '../deps';
import { authenticate } from '../http/authenticate';
import { ownOrigin } from '../http/origin';
import { parseJson } from '../http/parse-json';
import { problem } from '../http/problem';
import type { AppEnv } from '../http/session';
import { acceptInvite, listInvites, makeInvite, previewInvite, turnOffInvite } from './invites';
import { refusal, requireUuids } from './refusals';

export function inviteRoutes(deps: Deps, changed: (workspaceId: string, version: number) => void) {
  return new Hono<AppEnv>()
    .post('/workspaces/:id/invites', async (c) => {
      const body = await parseJson(c, inviteSchema);
      if (!body) return problem(c, 'bad_request', 400);
      const { accountId } = c.get('session');
      const workspaceId = c.req.param('id');
      const { role, maxUses = 1, expiresAt = null } = body;
      const made = await asAccount(deps.sql, accountId, (tx) =>
        makeInvite(tx, deps, { workspaceId, accountId, role, maxUses, expiresAt }),
      );
      if (made.kind === 'bad_expiry') return problem(c, 'bad_request', 400);
      if (made.kind !== 'made') return refusal(c, made.kind);
      const { id, token } = made;
      // Behind `#`: a browser sends it to nobody, and no log gets it.
      const url = `${ownOrigin(c, deps.publicUrl)}/join#${token}`;
      return c.json({ id, token, url, expiresAt: made.expiresAt }, 201);
    })
    .get('/workspaces/:id/invites', async (c) => {
      const { accountId } = c.get('session');
      const workspaceId = c.req.param('id');
      const listed = await asAccount(deps.sql, accountId, (tx) =>
        listInvites(tx, { workspaceId, accountId, now: deps.now() }),
      );
      return listed.kind === 'listed' ? c.json({ invites: listed.invites }) : refusal(c, listed.kind);
    })
    .delete('/workspaces/:id/invites/:inviteId', requireUuids, async (c) => {
      const { accountId } = c.get('session');
      const { id: workspaceId, inviteId } = c.req.param();
      const ended = await asAccount(deps.sql, accountId, (tx) =>
        turnOffInvite(tx, { workspaceId, accountId, inviteId, now: deps.now() }),
      );
      if (ended.kind !== 'off') return refusal(c, ended.kind);
      deps.log.info(
        { account: accountId, workspace: workspaceId, invite: inviteId },
        'invitation turned off',
      );
      return c.json({});
    })
    .post('/invites/preview', async (c) => {
      const body = await parseJson(c, inviteTokenSchema);
      if (!body) return problem(c, 'bad_request', 400);
      const preview = await asNobody(deps.sql, (tx) => previewInvite(tx, body.token, deps.now()));
      return preview ? c.json(preview) : problem(c, 'invite_invalid', 404);
    })
    .post('/invites/accept', authenticate(deps), async (c) => {
      const body = await parseJson(c, inviteTokenSchema);
      if (!body) return problem(c, 'bad_request', 400);
      const { accountId } = c.get('session');
      const accepted = await asNobody(deps.sql, (tx) => acceptInvite(tx, deps, accountId, body.token));
      if (accepted.kind === 'invalid') return problem(c, 'invite_invalid', 404);
      const { workspaceId, role, version } = accepted;
      if (version !== null) {
        changed(workspaceId, version);
        deps.bus.publish({ kind: 'joined', workspaceId, accountId });
      }
      return c.json({ workspaceId, role });
    });
}
