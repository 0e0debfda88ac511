/** The one place where errors get their shape (spec WR2): RFC 9457, with a stable code and nothing of the inside. */
import type { ProblemCode } from '@holdfast/shared/sync/protocol';
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

const TITLES: { readonly [code in ProblemCode]: string } = {
  bad_request: 'The request is not what this address expects.',
  unauthenticated: 'Sign in first.',
  forbidden: 'Your role does not allow this.',
  bad_origin: 'The request comes from another site.',
  removed: 'You are no longer a member of this workspace.',
  unknown_workspace: 'There is no such workspace.',
  not_found: 'There is nothing here.',
  other_account: 'Another account is signed in.',
  device_forked: 'This device goes on under another id.',
  gap: 'Changes before these are missing.',
  too_large: 'The request is too large.',
  unsupported_media_type: 'Bodies are JSON, plain or gzip.',
  upgrade: 'This version of the app is too old.',
  behind: 'This server is older than the app.',
  rate_limited: 'Too many requests; try again later.',
  unavailable: 'The server is not ready; try again soon.',
  email_taken: 'There is already an account with this address.',
  weak_password: 'This password is too easy to guess.',
  wrong_credentials: 'Address or password is wrong.',
  refresh_reused: 'This session was ended; sign in again.',
  invite_invalid: 'This invitation is not valid any more.',
  last_owner: 'A workspace keeps at least one owner.',
  internal: 'Something went wrong here.',
};

/** An answer of type application/problem+json. `more` are members that the code defines, as `ack` of `gap`. */
export function problem(
  c: Context,
  code: ProblemCode,
  status: ContentfulStatusCode,
  more: { readonly [member: string]: unknown } = {},
  headers: { readonly [name: string]: string } = {},
): Response {
  const body = { type: `urn:holdfast:problem:${code}`, title: TITLES[code], status, code, ...more };
  return c.body(JSON.stringify(body), status, {
    'Content-Type': 'application/problem+json; charset=utf-8',
    ...headers,
  });
}
