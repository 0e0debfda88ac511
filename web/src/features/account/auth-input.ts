/** What is wrong with a sign-up or sign-in form before it is sent, in words; the server has the last word. Pure. */
import type { Trouble } from './trouble-words';

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
    return { field: 'name', words: 'Write the name that others see beside your changes.' };
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(input.email.trim()))
    return { field: 'email', words: 'Write your email address, such as sam@harbour.example.' };
  if (input.password === '') return { field: 'password', words: 'Write your password.' };
  const weak = mode === 'sign-in' ? null : faultOfPassword(input.password);
  return weak === null ? null : { field: 'password', words: weak };
}

/** Of a new password. */
export function faultOfPassword(password: string): string | null {
  if (password.length < SHORTEST) return 'Too short. Use 12 characters or more; a few words work well.';
  if (password.length > LONGEST) return `Too long. A password has at most ${LONGEST} characters.`;
  return null;
}
