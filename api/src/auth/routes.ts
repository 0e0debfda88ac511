/** `/auth`: signing up, in and out, refreshing, and who one is (spec AC1, AC2). */
import { changePasswordSchema, deleteAccountSchema } from '@holdfast/shared/sync/people';
import { HEADERS, refreshSchema, signInSchema, signUpSchema } from '@holdfast/shared/sync/protocol';
import { type Context, Hono } from 'hono';
import * as z from 'zod/mini';
import { asAccount, asNobody } from '../db/tenant';
import type { Deps } from '../deps';
import { ACCESS_SECONDS, readAccessToken, signAccessToken } from '../http/access-token';
import { authenticate } from '../http/authenticate';
import { carriesCookies, clearCookies, readCookie, writeCookie } from '../http/cookies';
import { parseJson } from '../http/parse-json';
import { problem } from '../http/problem';
import { type Gates, peerOf, tooMany } from '../http/rate-limit';
import type { AppEnv } from '../http/session';
import { accountByEmail, createAccount, foundPersonalWorkspace, passwordHashOf, readMe } from './accounts';
import { deleteAccount } from './delete-account';
import { isWeakPassword } from './is-weak-password';
import { checkPassword, hashPassword } from './password';
import {
  endOtherSessions,
  endSession,
  IDLE_MS,
  type Issued,
  refreshSession,
  sessionOfToken,
  startSession,
} from './sessions';

/** The password's rule has an answer of its own. */
const signUpBody = z.extend(signUpSchema, { password: z.string().check(z.maxLength(1000)) });

export function authRoutes(deps: Deps, gates: Gates) {
  return (
    new Hono<AppEnv>()
      .post('/sign-up', async (c) => {
        const wait = await gates.signUp.take(peerOf(c, deps.proxies));
        if (wait > 0) return tooMany(c, wait);
        const body = await parseJson(c, signUpBody);
        if (!body) return problem(c, 'bad_request', 400);
        if (isWeakPassword(body.password, body)) return problem(c, 'weak_password', 422);
        const passwordHash = await hashPassword(body.password);
        const made = await asNobody(deps.sql, async (tx) => {
          const account = await createAccount(tx, deps, { email: body.email, name: body.name, passwordHash });
          if (!account) return null;
          const issued = await startSession(tx, deps, account.id, body.deviceId ?? null);
          await foundPersonalWorkspace(tx, deps, account, body.workspaceId ?? null);
          return { account, issued };
        });
        if (!made) return problem(c, 'email_taken', 409);
        await giveTokens(c, made.issued);
        deps.log.info({ account: made.account.id }, 'signed up');
        return c.json({ account: made.account }, 201);
      })
      .post('/sign-in', async (c) => {
        const body = await parseJson(c, signInSchema);
        if (!body) return problem(c, 'bad_request', 400);
        const peer = peerOf(c, deps.proxies);
        const own = `${body.email}\n${peer}`;
        const wait = Math.max(await gates.signIn.take(own), await gates.guesses.take(peer));
        if (wait > 0) return tooMany(c, wait);
        const found = await asNobody(deps.sql, (tx) => accountByEmail(tx, body.email));
        // The same work whether there is such an account or not.
        if (!(await checkPassword(found?.passwordHash ?? null, body.password)) || !found) {
          deps.log.warn({ account: found?.account.id ?? null }, 'sign-in refused');
          return problem(c, 'wrong_credentials', 401);
        }
        await gates.signIn.forget(own);
        const issued = await asNobody(deps.sql, (tx) =>
          startSession(tx, deps, found.account.id, body.deviceId ?? null),
        );
        await giveTokens(c, issued);
        deps.log.info({ account: found.account.id, session: issued.sessionId }, 'signed in');
        return c.json({ account: found.account });
      })
      .post('/refresh', async (c) => {
        const body = await parseJson(c, refreshSchema);
        if (!body) return problem(c, 'bad_request', 400);
        const token = readCookie(c, 'refresh', deps.publicUrl);
        if (token === undefined) return problem(c, 'unauthenticated', 401);
        const believed = c.req.header(HEADERS.account);
        const outcome = await asNobody(deps.sql, async (tx) => {
          const owner = await sessionOfToken(tx, token);
          if (owner && believed !== undefined && believed !== owner.accountId)
            return { kind: 'other' as const };
          return refreshSession(tx, deps, token, body);
        });
        if (outcome.kind === 'other') return problem(c, 'other_account', 409);
        if (outcome.kind === 'issued') {
          await giveTokens(c, outcome.issued);
          return c.json({ accountId: outcome.issued.accountId });
        }
        clearCookies(c, deps.publicUrl);
        if (outcome.kind === 'invalid') return problem(c, 'unauthenticated', 401);
        deps.bus.publish({ kind: 'session', sessionId: outcome.sessionId, reason: 'refresh_reused' });
        deps.log.warn({ session: outcome.sessionId }, 'a used refresh token came again');
        return problem(c, 'refresh_reused', 401);
      })
      .post('/sign-out', async (c) => {
        // Whatever is left of the session names it: an access token of yesterday does.
        const session = await sessionToEnd(c);
        const believed = c.req.header(HEADERS.account);
        if (session && believed !== undefined && believed !== session.accountId)
          return problem(c, 'other_account', 409);
        if (session) {
          await asAccount(deps.sql, session.accountId, (tx) =>
            endSession(tx, session.sessionId, 'sign-out', deps.now()),
          );
          deps.bus.publish({ kind: 'session', sessionId: session.sessionId, reason: 'sign_out' });
          deps.log.info({ account: session.accountId, session: session.sessionId }, 'signed out');
        }
        clearCookies(c, deps.publicUrl);
        return c.json({});
      })
      .post('/change-password', authenticate(deps), async (c) => {
        const body = await parseJson(c, changePasswordSchema);
        if (!body) return problem(c, 'bad_request', 400);
        const session = c.get('session');
        const refused = await provePassword(c, body.current);
        if (refused) return refused;
        const { account } = await asAccount(deps.sql, session.accountId, (tx) =>
          readMe(tx, session.accountId),
        );
        if (isWeakPassword(body.next, account)) return problem(c, 'weak_password', 422);
        const hash = await hashPassword(body.next);
        const ended = await asAccount(deps.sql, session.accountId, async (tx) => {
          await tx`update account set password_hash = ${hash} where id = ${session.accountId}`;
          return endOtherSessions(tx, session, 'password', deps.now());
        });
        tellEnded(ended, 'password_changed');
        deps.log.info({ account: session.accountId, ended: ended.length }, 'password changed');
        return c.json({});
      })
      .post('/delete-account', authenticate(deps), async (c) => {
        const body = await parseJson(c, deleteAccountSchema);
        if (!body) return problem(c, 'bad_request', 400);
        const { accountId } = c.get('session');
        const refused = await provePassword(c, body.password);
        if (refused) return refused;
        const deleted = await asAccount(deps.sql, accountId, (tx) => deleteAccount(tx, deps, accountId));
        if (deleted.kind === 'last_owner') return problem(c, 'last_owner', 409);
        for (const { workspaceId, version } of deleted.left)
          deps.bus.publish({ kind: 'changed', workspaceId, version, deviceId: null });
        tellEnded(deleted.sessionIds, 'account_deleted');
        clearCookies(c, deps.publicUrl);
        deps.log.info({ account: accountId }, 'account deleted');
        return c.json({});
      })
      // Whether it is worth asking who one is: a first visit is no failure, neither here nor in a browser's console.
      .get('/remembered', (c) => c.json({ remembered: carriesCookies(c) }))
      .get('/me', authenticate(deps), async (c) => {
        const { accountId } = c.get('session');
        return c.json(await asAccount(deps.sql, accountId, (tx) => readMe(tx, accountId)));
      })
  );

  async function sessionToEnd(c: Context): Promise<{ sessionId: string; accountId: string } | null> {
    const bearer = /^bearer (.+)$/i.exec(c.req.header('Authorization') ?? '')?.[1];
    const access = bearer ?? readCookie(c, 'access', deps.publicUrl);
    const named = access ? await readAccessToken(access, deps.secret, deps.now(), { expired: true }) : null;
    if (named) return named;
    const refresh = readCookie(c, 'refresh', deps.publicUrl);
    return refresh ? asNobody(deps.sql, (tx) => sessionOfToken(tx, refresh)) : null;
  }

  /** Being signed in is not enough for what cannot be taken back. @returns the refusal, or null */
  async function provePassword(c: Context<AppEnv>, password: string): Promise<Response | null> {
    const { accountId } = c.get('session');
    const own = `${accountId}\n${peerOf(c, deps.proxies)}`;
    const wait = await gates.signIn.take(own);
    if (wait > 0) return tooMany(c, wait);
    const hash = await asAccount(deps.sql, accountId, (tx) => passwordHashOf(tx, accountId));
    if (!(await checkPassword(hash, password))) return problem(c, 'wrong_credentials', 403);
    await gates.signIn.forget(own);
    return null;
  }

  function tellEnded(sessionIds: readonly string[], reason: string): void {
    for (const sessionId of sessionIds) deps.bus.publish({ kind: 'session', sessionId, reason });
  }

  async function giveTokens(c: Context, issued: Issued): Promise<void> {
    const access = await signAccessToken(issued, deps.secret, deps.now());
    writeCookie(c, 'access', access, ACCESS_SECONDS, deps.publicUrl);
    writeCookie(c, 'refresh', issued.refreshToken, IDLE_MS / 1000, deps.publicUrl);
  }
}
