/**
 * Who is signed in, as the server's `auth/sessions.ts` keeps it (AC1, AC2), without its tables: one chain of refresh
 * tokens, the same token with the same `rid` gives the same successor, anything else ends the family.
 */
export interface Cookies {
  readonly session: string;
  readonly accessUntil: number;
  readonly refresh: string;
}

export interface Sessions {
  signIn(accountId: string): Cookies;
  /** Null where the access token has run out or the session has ended. */
  accountOf(cookies: Cookies | null): string | null;
  refresh(cookies: Cookies | null, rid: string, deviceId: string): Cookies | null;
}

interface Family {
  readonly accountId: string;
  ended: boolean;
}
interface Token {
  readonly session: string;
  used: { readonly rid: string; readonly device: string; readonly at: number; readonly next: string } | null;
}

/** A refresh whose answer was lost is the same one for so long, by AC2. */
export const SAME_QUESTION_MS = 10 * 60_000;
const SAME_DEVICE_MS = 10_000;

/** `ended`: a family ended because this device asked for another refresh with a token that it had used so long ago. */
export function createSessions(
  now: () => number,
  tokenMs: number,
  ended: (deviceId: string, age: number) => void,
): Sessions {
  const families = new Map<string, Family>();
  const tokens = new Map<string, Token>();
  let made = 0;
  const fresh = (session: string): string => {
    made += 1;
    const token = `token-${made}`;
    tokens.set(token, { session, used: null });
    return token;
  };
  return {
    signIn(accountId) {
      const session = `session-${families.size + 1}`;
      families.set(session, { accountId, ended: false });
      return { session, accessUntil: now() + tokenMs, refresh: fresh(session) };
    },
    accountOf(cookies) {
      const family = cookies && families.get(cookies.session);
      return family && !family.ended && now() < cookies.accessUntil ? family.accountId : null;
    },
    refresh(cookies, rid, deviceId) {
      const token = cookies && tokens.get(cookies.refresh);
      const family = token && families.get(token.session);
      if (!token || !family || family.ended) return null;
      const at = now();
      const issued = (refresh: string): Cookies => ({
        session: token.session,
        accessUntil: at + tokenMs,
        refresh,
      });
      if (token.used === null) {
        const next = fresh(token.session);
        token.used = { rid, device: deviceId, at, next };
        return issued(next);
      }
      const age = at - token.used.at;
      if (token.used.rid === rid && age <= SAME_QUESTION_MS) return issued(token.used.next);
      if (token.used.device === deviceId && age <= SAME_DEVICE_MS) return issued(token.used.next);
      family.ended = true;
      ended(deviceId, age);
      return null;
    },
  };
}
