/** The access token: a JWT of ten minutes that names account and session, and nothing else (spec AC1). */
import { isUuid } from '@holdfast/shared/entities/uuid';
import { decodeJwt, jwtVerify, SignJWT } from 'jose';
import type { RequestSession } from './session';

export const ACCESS_SECONDS = 600;
const ALGORITHM = 'HS256';
const AUDIENCE = 'holdfast';
/** A token of another kind, signed with the same secret, is none (RFC 9068). */
const TYPE = 'at+jwt';

export const signAccessToken = (session: RequestSession, secret: Uint8Array, now: number): Promise<string> =>
  new SignJWT({ sid: session.sessionId })
    .setProtectedHeader({ alg: ALGORITHM, typ: TYPE })
    .setSubject(session.accountId)
    .setAudience(AUDIENCE)
    .setIssuedAt(Math.floor(now / 1000))
    .setExpirationTime(Math.floor(now / 1000) + ACCESS_SECONDS)
    .sign(secret);

/** The session that the token names, or null. `expired: true` accepts one that was valid once. */
export async function readAccessToken(
  token: string,
  secret: Uint8Array,
  now: number,
  { expired = false }: { readonly expired?: boolean } = {},
): Promise<RequestSession | null> {
  try {
    const { payload } = await jwtVerify(token, secret, {
      algorithms: [ALGORITHM],
      audience: AUDIENCE,
      typ: TYPE,
      currentDate: new Date(now),
      requiredClaims: ['sub', 'sid', 'exp'],
      ...(expired ? { clockTolerance: Number.MAX_SAFE_INTEGER } : {}),
    });
    const { sub, sid } = payload;
    if (!isUuid(sub) || !isUuid(sid)) return null;
    return { accountId: sub, sessionId: sid };
  } catch {
    return null; // whatever is wrong with it: no token
  }
}

/** As many sessions as one process may see within ten minutes; beyond, the oldest are verified again. */
const REMEMBERED = 10_000;

/**
 * Reads tokens and remembers them: a signature that was good stays good until the token ends, and verifying one takes
 * a trip through the thread pool. Whether the session still lives is asked of its row each time, not here.
 */
export function rememberTokens(
  secret: Uint8Array,
): (token: string, now: number) => Promise<RequestSession | null> {
  const known = new Map<string, { readonly session: RequestSession; readonly until: number }>();
  return async (token, now) => {
    const found = known.get(token);
    if (found && now < found.until) return found.session;
    const session = await readAccessToken(token, secret, now);
    if (session === null) return null;
    if (known.size >= REMEMBERED) known.delete(known.keys().next().value ?? '');
    known.set(token, { session, until: endOf(token) });
    return session;
  };
}

/** Of a token that was verified. */
const endOf = (token: string): number => (decodeJwt(token).exp ?? 0) * 1000;
