/** The two cookies of a session (spec AC1). Over https their names say that no other host or path could have set them. */
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';

export type SessionCookie = 'access' | 'refresh';

const isSecure = (publicUrl: string | null): boolean => publicUrl?.startsWith('https:') ?? false;
const nameOf = (cookie: SessionCookie, publicUrl: string | null): string =>
  `${isSecure(publicUrl) ? '__Host-' : ''}holdfast_${cookie}`;

const attributes = (publicUrl: string | null) =>
  ({ path: '/', httpOnly: true, sameSite: 'Strict', secure: isSecure(publicUrl) }) as const;

export const readCookie = (c: Context, cookie: SessionCookie, publicUrl: string | null): string | undefined =>
  getCookie(c, nameOf(cookie, publicUrl));

export const writeCookie = (
  c: Context,
  cookie: SessionCookie,
  value: string,
  maxAgeSeconds: number,
  publicUrl: string | null,
): void =>
  setCookie(c, nameOf(cookie, publicUrl), value, { ...attributes(publicUrl), maxAge: maxAgeSeconds });

export function clearCookies(c: Context, publicUrl: string | null): void {
  for (const cookie of ['access', 'refresh'] as const)
    deleteCookie(c, nameOf(cookie, publicUrl), attributes(publicUrl));
}

/** Whether a browser sent any cookie of ours, whatever it is worth. */
export const carriesCookies = (c: Context): boolean =>
  /(?:^|;\s*)(?:__Host-)?holdfast_/.test(c.req.header('Cookie') ?? '');
