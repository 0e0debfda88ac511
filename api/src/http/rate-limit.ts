/** Limits on what costs us or helps a guesser (spec AC1), counted in memory: each process for itself. */

import type { ProblemCode } from '@holdfast/shared/sync/protocol';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Limits } from '../deps';
import { networkOf } from './network-of';
import { problem } from './problem';

export interface Gate {
  /** Seconds to wait, or 0: may go on. */
  readonly take: (key: string) => Promise<number>;
  readonly forget: (key: string) => Promise<void>;
}

const OPEN: Gate = { take: async () => 0, forget: async () => undefined };

function createGate(points: number, seconds: number): Gate {
  const limiter = new RateLimiterMemory({ points, duration: seconds });
  return {
    take: async (key) => {
      try {
        await limiter.consume(key);
        return 0;
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
      }
    },
    forget: async (key) => {
      await limiter.delete(key);
    },
  };
}

/** The limits of the API; without any of them all gates stand open (load tests). */
export const createGates = (limits: Limits | null) => ({
  signUp: limits ? createGate(limits.signUpsPerHour, 3600) : OPEN,
  /** For one address from one peer: nobody is locked out of an account by a stranger elsewhere. */
  signIn: limits ? createGate(limits.signInsPerQuarterHour, 900) : OPEN,
  /** For one peer, over all addresses. */
  guesses: limits ? createGate(limits.signInsPerQuarterHour * 10, 900) : OPEN,
  push: limits ? createGate(limits.pushesPerMinute, 60) : OPEN,
  read: limits ? createGate(limits.readsPerMinute, 60) : OPEN,
});
export type Gates = ReturnType<typeof createGates>;

export const tooMany = (c: Context, seconds: number): Response =>
  problem(c, 'rate_limited' satisfies ProblemCode, 429, {}, { 'Retry-After': String(seconds) });

/**
 * Whose connection it is, by its network. What a proxy says about it counts only for as many proxies as are known to
 * stand before us; anybody can write the rest of the header.
 */
export function peerOf(c: Context, proxies: number): string {
  if (proxies > 0) {
    const hops = (c.req.header('X-Forwarded-For') ?? '').split(',').map((hop) => hop.trim());
    const peer = hops.at(-proxies);
    if (peer) return networkOf(peer);
  }
  // Requests made without a socket (tests) have no peer.
  return c.env && 'incoming' in c.env ? networkOf(getConnInfo(c).remote.address ?? 'unknown') : 'local';
}
