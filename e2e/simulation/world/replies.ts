/** What is asked of the server and what it answers, with the headers that `routes.ts` gives (WR1, WR2). */
import { HEADERS, PROTOCOL } from '@holdfast/shared/sync/protocol';
import type { NoMember } from '../../../api/src/sync/server-store';
import type { Cookies } from './sessions';

export interface Ask {
  readonly method: string;
  readonly path: string;
  readonly headers: { readonly [name: string]: string };
  readonly body: string | null;
  readonly cookies: Cookies | null;
}

export interface Reply {
  readonly status: number;
  readonly headers: { readonly [name: string]: string };
  readonly text: string;
  /** Set by a refresh. */
  readonly cookies?: Cookies;
}

const headersFor = (ask: Ask, type: string) => ({
  [HEADERS.protocol.toLowerCase()]: String(PROTOCOL),
  [HEADERS.request.toLowerCase()]: ask.headers[HEADERS.request] ?? '',
  'content-type': type,
});

export const ok = (ask: Ask, body: object): Reply => ({
  status: 200,
  headers: headersFor(ask, 'application/json; charset=utf-8'),
  text: JSON.stringify(body),
});

export const problem = (
  ask: Ask,
  status: number,
  code: string,
  more: object = {},
  headers: { readonly [name: string]: string } = {},
): Reply => ({
  status,
  headers: { ...headersFor(ask, 'application/problem+json; charset=utf-8'), ...headers },
  text: JSON.stringify({ type: `urn:holdfast:problem:${code}`, title: code, status, code, ...more }),
});

export const noAccess = (ask: Ask, kind: NoMember): Reply => {
  if (kind === 'signed_out') return problem(ask, 401, 'unauthenticated');
  return kind === 'removed' ? problem(ask, 403, 'removed') : problem(ask, 404, 'unknown_workspace');
};
