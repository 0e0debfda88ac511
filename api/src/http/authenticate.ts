/**
 * Who asks (spec AC1, WR3, PU5). The token names a session; the session's row decides at each request, so that ending
 * it works at once.
 */
import { HEADERS } from '@holdfast/shared/sync/protocol';
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { asAccount } from '../db/tenant';
import type { Deps } from '../deps';
import { readAccessToken } from './access-token';
import { readCookie } from './cookies';
import { problem } from './problem';
import type { AppEnv, RequestSession } from './session';

export const authenticate = (deps: Deps) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const session = await sessionOf(c, deps);
    if (!session) return problem(c, 'unauthenticated', 401, {}, { 'WWW-Authenticate': 'Bearer' });
    const believed = c.req.header(HEADERS.account);
    if (believed !== undefined && believed !== session.accountId) return problem(c, 'other_account', 409);
    c.set('session', session);
    return next();
  });

async function sessionOf(c: Context, deps: Deps): Promise<RequestSession | null> {
  const token = bearerOf(c) ?? readCookie(c, 'access', deps.publicUrl);
  const session = token === undefined ? null : await readAccessToken(token, deps.secret, deps.now());
  if (!session) return null;
  const alive = await asAccount(
    deps.sql,
    session.accountId,
    (tx) => tx`
      select 1 from session join account on account.id = session.account_id
      where session.id = ${session.sessionId} and account_id = ${session.accountId}
        and ended_at is null and expires_at > ${deps.now()}::bigint`,
  );
  return alive.length === 1 ? session : null;
}

function bearerOf(c: Context): string | undefined {
  const [scheme, token] = (c.req.header('Authorization') ?? '').split(' ');
  return scheme?.toLowerCase() === 'bearer' && token ? token : undefined;
}
