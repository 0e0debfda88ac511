/** `/sync`: push, pull, digest, history, events. */
import { uuid } from '@holdfast/shared/entities/fields';
import { HISTORY_LIMIT, historyQuerySchema, parsePlace } from '@holdfast/shared/sync/history';
import {
  cursorSchema,
  PROTOCOL,
  PULL_LIMIT,
  pushRequestSchema,
  type SyncResponse,
} from '@holdfast/shared/sync/protocol';
import { type Context, Hono } from 'hono';
import * as z from 'zod/mini';
import type { Deps } from '../deps';
import { unauthenticated } from '../http/authenticate';
import { describeError, isUnavailable } from '../http/describe-error';
import { problem } from '../http/problem';
import { tooMany } from '../http/rate-limit';
import type { AppEnv } from '../http/session';
import { events } from './events';
import { groupCommits } from './group-commits';
import { readHistory } from './history';
import type { Hub } from './hub';
import { createPostgresStore } from './postgres-store';
import { pull } from './pull';
import { push } from './push';
import type { NoMember } from './server-store';
import { standingOf } from './standing';

/** Of one account at once: many browsers, no flood. */
const MAX_STREAMS = 30;

const pullQuery = z.object({
  workspaceId: uuid,
  deviceId: uuid,
  cursor: z.optional(cursorSchema),
  ack: z.optional(z.coerce.number().check(z.int(), z.minimum(0))),
  limit: z.optional(z.coerce.number().check(z.int(), z.minimum(1))),
});

export function syncRoutes(deps: Deps, hub: Hub) {
  const store = groupCommits(
    createPostgresStore(deps.sql),
    ({ error, ...shared }) =>
      deps.log.warn({ ...shared, error: describeError(error) }, 'a shared commit failed, each runs alone'),
    isUnavailable,
  );
  const newMark = () => Buffer.from(deps.randomBytes(8)).toString('hex');
  const sessionOf = (c: Context<AppEnv>) => ({ id: c.get('session').sessionId, now: deps.now() });

  return new Hono<AppEnv>()
    .post('/push', async (c) => {
      const body: unknown = await c.req.json().catch(() => undefined);
      const parsed = pushRequestSchema.safeParse(body);
      if (typeof body === 'object' && body !== null && 'protocol' in body && body.protocol !== PROTOCOL)
        return problem(c, 'upgrade', 426);
      if (!parsed.success) return problem(c, 'bad_request', 400);
      const answer = await push(
        {
          store,
          now: deps.now,
          newMark,
          isAway: isUnavailable,
          changed: (workspaceId, version, deviceId) =>
            deps.bus.publish({ kind: 'changed', workspaceId, version, deviceId }),
        },
        c.get('session').accountId,
        { ...parsed.data, session: sessionOf(c) },
        PULL_LIMIT.default,
      );
      if (answer.kind === 'page') {
        if (answer.failure)
          deps.log.error(
            { error: describeError(answer.failure), workspaceId: parsed.data.workspaceId },
            'a push was not taken whole',
          );
        return page(c, answer.page);
      }
      if (answer.kind === 'gap') return problem(c, 'gap', 409, { ack: answer.ack });
      if (answer.kind === 'device_forked') return problem(c, 'device_forked', 409);
      if (answer.kind === 'behind') return problem(c, 'behind', 503, {}, { 'Retry-After': '60' });
      return answer.kind === 'broken' ? problem(c, 'bad_request', 400) : noAccess(c, answer.kind);
    })
    .get('/pull', async (c) => {
      const query = pullQuery.safeParse(c.req.query());
      if (!query.success) return problem(c, 'bad_request', 400);
      const { workspaceId, deviceId, cursor = null, ack = 0, limit = PULL_LIMIT.default } = query.data;
      const answer = await pull(store, deps.now(), {
        accountId: c.get('session').accountId,
        workspaceId,
        deviceId,
        cursor,
        ack,
        limit: Math.min(limit, PULL_LIMIT.most),
        session: sessionOf(c),
      });
      if (answer.kind === 'page') return page(c, answer.page);
      return answer.kind === 'other_device' ? problem(c, 'device_forked', 409) : noAccess(c, answer.kind);
    })
    .get('/digest', async (c) => {
      const workspaceId = uuid.safeParse(c.req.query('workspaceId'));
      if (!workspaceId.success) return problem(c, 'bad_request', 400);
      const scope = {
        accountId: c.get('session').accountId,
        workspaceId: workspaceId.data,
        mode: 'snapshot' as const,
      };
      const answer = await store.transaction(scope, async (tx) => {
        const membership = await tx.membership();
        if (membership.kind !== 'member') return membership.kind;
        const [head, entities] = await Promise.all([tx.head(), tx.digest()]);
        return { version: head.version, entities };
      });
      return typeof answer === 'string' ? noAccess(c, answer) : c.json(answer);
    })
    .get('/history', async (c) => {
      const query = historyQuerySchema.safeParse(c.req.query());
      if (!query.success) return problem(c, 'bad_request', 400);
      const { before, limit = HISTORY_LIMIT.default, ...row } = query.data;
      const answer = await readHistory(store, {
        ...row,
        accountId: c.get('session').accountId,
        before: before === undefined ? null : parsePlace(before),
        limit: Math.min(limit, HISTORY_LIMIT.most),
      });
      return answer.kind === 'page' ? c.json(answer.page) : noAccess(c, answer.kind);
    })
    .get('/events', (c) => {
      if (hub.listeners(c.get('session').accountId) >= MAX_STREAMS) return tooMany(c, 30);
      return events(c, { hub, standing: (session) => standingOf(deps.sql, session) });
    });
}

function page(c: Context<AppEnv>, body: SyncResponse): Response {
  const text = JSON.stringify(body);
  const headers = { 'Content-Type': 'application/json', 'Content-Length': String(Buffer.byteLength(text)) };
  return c.body(text, 200, headers);
}

/** CL8: who was a member is told so; to everybody else the workspace does not exist. */
function noAccess(c: Context<AppEnv>, kind: NoMember): Response {
  if (kind === 'signed_out') return unauthenticated(c);
  return kind === 'removed' ? problem(c, 'removed', 403) : problem(c, 'unknown_workspace', 404);
}
