/** AC1: a request that changes something and carries our cookies must come from our own pages. */
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { carriesCookies } from './cookies';
import { problem } from './problem';

const SAFE = ['GET', 'HEAD', 'OPTIONS'];

export const checkOrigin = (publicUrl: string | null) =>
  createMiddleware(async (c, next) => {
    if (SAFE.includes(c.req.method)) return next();
    const origin = c.req.header('Origin');
    // No browser leaves `Origin` out of such a request; a client that sends neither it nor cookies is no browser.
    if (origin === undefined ? carriesCookies(c) : !isOwn(c, origin, publicUrl))
      return problem(c, 'bad_origin', 403);
    return next();
  });

function isOwn(c: Context, origin: string, publicUrl: string | null): boolean {
  if (publicUrl !== null && origin === new URL(publicUrl).origin) return true;
  const host = c.req.header('Host') ?? new URL(c.req.url).host;
  return origin === `http://${host}` || origin === `https://${host}`;
}

/** The origin that links to this server name. */
export const ownOrigin = (c: Context, publicUrl: string | null): string =>
  publicUrl === null
    ? (c.req.header('Origin') ?? `http://${c.req.header('Host') ?? new URL(c.req.url).host}`)
    : new URL(publicUrl).origin;
