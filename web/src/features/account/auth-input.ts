/** What is wrong with a sign-up or sign-in form before it is sent, in words; the server has the last word. Pure. */
import type { Trouble } from './trouble-words';
import { accountWords } from './words';

export interface AuthInput {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

export type AuthMode = 'sign-up' | 'sign-in';

const SHORTEST = 12;
const LONGEST = 128;

export function faultOfAuth(mode: AuthMode, input: AuthInput): Trouble | null {
  if (mode === 'sign-up' && input.name.trim() === '')
    return { field: 'name', words: accountWords.get().writeName };
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(input.email.trim()))
    return { field: 'email', words: accountWords.get().writeEmail };
  if (input.password === '') return { field: 'password', words: accountWords.get().writePassword };
  const weak = mode === 'sign-in' ? null : faultOfPassword(input.password);
  return weak === null ? null : { field: 'password', words: weak };
}

/** Of a new password. */
export function faultOfPassword(password: string): string | null {
  if (password.length < SHORTEST) return accountWords.get().tooShort;
  if (password.length > LONGEST) return accountWords.get().tooLong({ LONGEST });
  return null;
}
