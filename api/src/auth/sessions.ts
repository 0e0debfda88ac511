/**
 * Sessions and their refresh tokens (spec AC1, AC2). A session is a family: one chain of tokens, each used once. Using
 * one makes its successor; using it again is either the same question asked again, or theft.
 */
import { createHash, createHmac } from 'node:crypto';
import { newId } from '@holdfast/shared/sync/ids';
import type { Tx } from '../db/pool';
import type { Deps } from '../deps';

const DAY = 86_400_000;
export const IDLE_MS = 30 * DAY;
const ABSOLUTE_MS = 180 * DAY;
/** The same token with the same rid is the same question for so long: its answer was lost. */
const SAME_QUESTION_MS = 10 * 60_000;
/** Two tabs of one device that did not know of each other. */
const SAME_DEVICE_MS = 10_000;

export interface Issued {
  readonly sessionId: string;
  readonly accountId: string;
  readonly refreshToken: string;
}

/** A new session with its first token. */
export async function startSession(
  tx: Tx,
  deps: Deps,
  accountId: string,
  deviceId: string | null,
): Promise<Issued> {
  const now = deps.now();
  const sessionId = newId(deps);
  const refreshToken = Buffer.from(deps.randomBytes(32)).toString('base64url');
  await tx`insert into session (id, account_id, device_id, created_at, last_used_at, expires_at)
    values (${sessionId}, ${accountId}, ${deviceId}, ${now}, ${now}, ${now + ABSOLUTE_MS})`;
  await keep(tx, sessionId, refreshToken, now);
  return { sessionId, accountId, refreshToken };
}

export type Refreshed =
  | { readonly kind: 'issued'; readonly issued: Issued }
  /** Unknown, expired or ended. */
  | { readonly kind: 'invalid' }
  | { readonly kind: 'theft'; readonly sessionId: string };

interface Found {
  readonly session_id: string;
  readonly account_id: string;
  readonly created_at: number;
  readonly used_at: number | null;
  readonly used_rid: string | null;
  readonly used_device_id: string | null;
  readonly expires_at: number;
  readonly ended_at: number | null;
}

/** Exchanges a token for its successor. Call in a transaction that began as nobody. */
export async function refreshSession(
  tx: Tx,
  deps: Deps,
  token: string,
  { rid, deviceId }: { readonly rid: string; readonly deviceId: string },
): Promise<Refreshed> {
  const now = deps.now();
  const [found] = await tx<Found[]>`
    select t.session_id, s.account_id, t.created_at, t.used_at, t.used_rid, t.used_device_id, s.expires_at, s.ended_at
    from refresh_token t join session s on s.id = t.session_id where t.token_hash = ${hashOf(token)} for update of s, t`;
  if (!found || found.ended_at !== null || found.expires_at <= now) return { kind: 'invalid' };
  const issued = (firstRid: string): Refreshed => ({
    kind: 'issued',
    issued: {
      sessionId: found.session_id,
      accountId: found.account_id,
      refreshToken: successorOf(token, firstRid, deps.secret),
    },
  });
  if (found.used_at === null || found.used_rid === null) {
    if (now - found.created_at > IDLE_MS) return { kind: 'invalid' };
    await tx`update refresh_token set used_at = ${now}, used_rid = ${rid}, used_device_id = ${deviceId}
      where token_hash = ${hashOf(token)}`;
    await tx`update session set last_used_at = ${now} where id = ${found.session_id}`;
    // Long used ones can no more be told from tokens that never were; both are refused.
    await tx`delete from refresh_token where session_id = ${found.session_id} and used_at < ${now - IDLE_MS}::bigint`;
    await keep(tx, found.session_id, successorOf(token, rid, deps.secret), now);
    return issued(rid);
  }
  const age = now - found.used_at;
  if (found.used_rid === rid && age <= SAME_QUESTION_MS) return issued(found.used_rid);
  if (found.used_device_id === deviceId && age <= SAME_DEVICE_MS) return issued(found.used_rid);
  await endSession(tx, found.session_id, 'theft', now);
  return { kind: 'theft', sessionId: found.session_id };
}

export async function endSession(tx: Tx, sessionId: string, why: string, now: number): Promise<void> {
  await tx`update session set ended_at = ${now}, ended_why = ${why} where id = ${sessionId} and ended_at is null`;
}

/** All but the one that asks. @returns those that ended */
export async function endOtherSessions(
  tx: Tx,
  { accountId, sessionId }: { readonly accountId: string; readonly sessionId: string },
  why: string,
  now: number,
): Promise<string[]> {
  const ended = await tx<{ id: string }[]>`
    update session set ended_at = ${now}, ended_why = ${why}
    where account_id = ${accountId} and id <> ${sessionId} and ended_at is null returning id`;
  return ended.map(({ id }) => id);
}

/** Whose session a refresh token, used or not, belongs to; null where it is none. */
export async function sessionOfToken(
  tx: Tx,
  token: string,
): Promise<{ sessionId: string; accountId: string } | null> {
  const [found] = await tx<{ session_id: string; account_id: string }[]>`
    select s.id as session_id, s.account_id from refresh_token t join session s on s.id = t.session_id
    where t.token_hash = ${hashOf(token)}`;
  return found ? { sessionId: found.session_id, accountId: found.account_id } : null;
}

const keep = (tx: Tx, sessionId: string, token: string, now: number) =>
  tx`insert into refresh_token (token_hash, session_id, created_at) values (${hashOf(token)}, ${sessionId}, ${now})`;

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Made from what the asker has and what only we have, so that it can be said again and is nowhere written down. */
const successorOf = (token: string, rid: string, secret: Uint8Array): string =>
  createHmac('sha256', secret).update(`refresh\n${token}\n${rid}`).digest('base64url');
