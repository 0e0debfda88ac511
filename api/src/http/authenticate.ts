/**
 * Who asks (spec AC1, WR3, PU5). The token names a session; the session's row decides at each request, so that ending
 * it works at once.
 */
import { HEADERS } from '@holdfast/shared/sync/protocol';
import type { Context } from 'hono';
import { every } from 'hono/combine';
import { createMiddleware } from 'hono/factory';
import { livingSession } from '../db/living-session';
import { asAccount } from '../db/tenant';
import type { Deps } from '../deps';
import { rememberTokens } from './access-token';
import { readCookie } from './cookies';
import { problem } from './problem';
import type { AppEnv } from './session';

/** Both in turn. */
export const authenticate = (deps: Deps) => every(nameAsker(deps), sessionLives(deps));

/** Who the token says it is: `c.get('session')` from here on. */
export const nameAsker = (deps: Deps) => {
  const read = rememberTokens(deps.secret);
  return createMiddleware<AppEnv>(async (c, next) => {
    const token = bearerOf(c) ?? readCookie(c, 'access', deps.publicUrl);
    const session = token === undefined ? null : await read(token, deps.now());
    if (!session) return unauthenticated(c);
    const believed = c.req.header(HEADERS.account);
    if (believed !== undefined && believed !== session.accountId) return problem(c, 'other_account', 409);
    c.set('session', session);
    return next();
  });
};

/** Asks for the session's row. Push and pull do without: they ask for it together with the membership (AC1). */
export const sessionLives = (deps: Deps) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const session = c.get('session');
    const [alive] = await asAccount(
      deps.sql,
      session.accountId,
      (tx) => tx`select ${livingSession(tx, session, deps.now())} as so`,
    );
    return alive?.so ? next() : unauthenticated(c);
  });

export const unauthenticated = (c: Context): Response =>
  problem(c, 'unauthenticated', 401, {}, { 'WWW-Authenticate': 'Bearer' });

function bearerOf(c: Context): string | undefined {
  const [scheme, token] = (c.req.header('Authorization') ?? '').split(' ');
  return scheme?.toLowerCase() === 'bearer' && token ? token : undefined;
}
