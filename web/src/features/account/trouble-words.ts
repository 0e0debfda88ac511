/** What the server's answer to a command means, in words and beside which field. Pure; decided by `code` alone. */
import type { CallResult } from '../../platform/call';
import { accountWords } from './words';

export type AuthField = 'email' | 'password' | 'name';

export interface Trouble {
  /** null: it belongs to no field. */
  readonly field: AuthField | null;
  readonly words: string;
}

/** null: it worked. */
export function troubleOf(result: CallResult<unknown>): Trouble | null {
  if (result.kind === 'ok') return null;
  const t = accountWords.get();
  if (result.kind === 'unreachable') return { field: null, words: `${t.needsConnectionLead} ${t.restWorks}` };
  if (result.status === 429) return { field: null, words: later(result.retryAfterMs) };
  if (isKnown(result.code)) {
    const [field, message] = KNOWN[result.code];
    return { field, words: t[message] };
  }
  if (result.status >= 500) return { field: null, words: t.ourTrouble };
  return { field: null, words: t.notTaken };
}

/** Where the password is asked for once more, by somebody who is signed in. */
export function wrongPassword(result: CallResult<unknown>): Trouble | null {
  const trouble = troubleOf(result);
  return result.kind === 'refused' && result.code === 'wrong_credentials'
    ? { field: null, words: accountWords.get().wrongPassword }
    : trouble;
}

const KNOWN = {
  email_taken: ['email', 'emailTaken'],
  weak_password: ['password', 'weakPassword'],
  wrong_credentials: ['password', 'wrongCredentials'],
  forbidden: [null, 'forbidden'],
  last_owner: [null, 'lastOwner'],
  removed: [null, 'removed'],
  invite_invalid: [null, 'inviteInvalid'],
  unauthenticated: [null, 'unauthenticated'],
  bad_origin: [null, 'badOrigin'],
  upgrade: [null, 'tooOld'],
} as const;

const isKnown = (code: string): code is keyof typeof KNOWN => Object.hasOwn(KNOWN, code);

function later(ms: number | null): string {
  const t = accountWords.get();
  if (ms === null) return t.tooManyTries;
  const seconds = Math.ceil(ms / 1000);
  return t.tooManyTriesWait({ wait: seconds < 90 ? t.seconds(seconds) : t.minutes(Math.ceil(seconds / 60)) });
}
