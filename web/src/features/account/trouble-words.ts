/** What the server's answer to a command means, in words and beside which field. Pure; decided by `code` alone. */
import type { CallResult } from '../../platform/call';

export type AuthField = 'email' | 'password' | 'name';

export interface Trouble {
  /** null: it belongs to no field. */
  readonly field: AuthField | null;
  readonly words: string;
}

export const NEEDS_CONNECTION = 'This needs a connection.';
export const REST_WORKS = 'Everything else works: your tasks are saved here.';

/** null: it worked. */
export function troubleOf(result: CallResult<unknown>): Trouble | null {
  if (result.kind === 'ok') return null;
  if (result.kind === 'unreachable') return { field: null, words: `${NEEDS_CONNECTION} ${REST_WORKS}` };
  if (result.status === 429) return { field: null, words: later(result.retryAfterMs) };
  const known = WORDS[result.code];
  if (known) return known;
  if (result.status >= 500)
    return { field: null, words: 'Our side has trouble. Nothing is lost; try again in a moment.' };
  return { field: null, words: 'The server did not take it. Look over what you wrote and try again.' };
}

/** Where the password is asked for once more, by somebody who is signed in. */
export function wrongPassword(result: CallResult<unknown>): Trouble | null {
  const trouble = troubleOf(result);
  return result.kind === 'refused' && result.code === 'wrong_credentials'
    ? { field: null, words: 'That is not your password.' }
    : trouble;
}

const WORDS: { readonly [code: string]: Trouble } = {
  email_taken: { field: 'email', words: 'There is an account with this email already. Sign in instead.' },
  weak_password: {
    field: 'password',
    words: 'This password is too easy to guess. Use 12 characters or more; a few words work well.',
  },
  wrong_credentials: {
    field: 'password',
    words: 'That email and password don’t match. Check both and try again.',
  },
  forbidden: { field: null, words: 'Your role does not allow this.' },
  last_owner: { field: null, words: 'A workspace needs an owner. Make somebody else an owner first.' },
  removed: { field: null, words: 'You are no longer in this workspace.' },
  invite_invalid: {
    field: null,
    words: 'This link does not work any more: it has run out, was used up or was turned off.',
  },
  unauthenticated: { field: null, words: 'You’re signed out. Sign in and try again.' },
  bad_origin: { field: null, words: 'This address is not the one that the server expects.' },
  upgrade: { field: null, words: 'This version is too old for that. Update first.' },
};

function later(ms: number | null): string {
  if (ms === null) return 'Too many tries. Wait a moment, then try again.';
  const seconds = Math.ceil(ms / 1000);
  const wait = seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
  return `Too many tries. Try again in ${wait}.`;
}
