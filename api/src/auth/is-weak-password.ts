/**
 * Whether a password of allowed length is one of the first that somebody would try: a common one, common words with
 * digits behind, a run or a repetition, or the person's own name and address.
 */
import { COMMON_LONG, COMMON_ROOTS } from './common-passwords';

const MIN_PASSWORD = 12;
const MAX_PASSWORD = 128;

export function isWeakPassword(
  password: string,
  own: { readonly email: string; readonly name: string },
): boolean {
  if (password.length < MIN_PASSWORD || password.length > MAX_PASSWORD) return true;
  const lower = password.normalize('NFKC').toLowerCase();
  if (COMMON_LONG.has(lower) || isPattern(lower)) return true;
  return hasLittleOfItsOwn(lower, ownWords(own)) || hasLittleOfItsOwn(lower, COMMON_ROOTS);
}

/** Something of up to six characters over and over, or a walk along the alphabet, the digits or the keyboard. */
function isPattern(password: string): boolean {
  for (let length = 1; length <= 6; length++) {
    const unit = password.slice(0, length);
    if (unit.repeat(Math.ceil(password.length / length)).slice(0, password.length) === password) return true;
  }
  return WALKS.some((walk) => walk.includes(password)) || new Set(password).size < 4;
}

const there = (row: string): string => row + [...row].reverse().join('');
const WALKS = [
  there('abcdefghijklmnopqrstuvwxyz').repeat(2),
  '01234567890'.repeat(12),
  '1234567890'.repeat(12),
  '09876543210'.repeat(12),
  '0987654321'.repeat(12),
  there('qwertyuiopasdfghjklzxcvbnm'),
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik',
  '1q2w3e4r5t6y7u8i9o0p',
  'q1w2e3r4t5y6u7i8o9p0',
];

/** The words known, fewer than four letters or digits are left: nothing that has to be guessed. */
function hasLittleOfItsOwn(password: string, words: readonly string[]): boolean {
  let left = password;
  for (const word of words) left = left.replace(spelled(word), '');
  left = left.replace(/(?:19|20)\d\d|0?123456789?0?|1234?/g, '').replace(/[^\p{L}\p{N}]/gu, '');
  return left.length < 4;
}

const ownWords = ({ email, name }: { readonly email: string; readonly name: string }): string[] =>
  [...email.toLowerCase().split(/[@.+_-]/), ...name.toLowerCase().split(/\s+/)]
    .filter((word) => word.length >= 3)
    .sort((a, b) => b.length - a.length);

/** The word however its letters are written: `p4$$w0rd` is one, too. */
const spelled = (word: string): RegExp =>
  new RegExp(
    [...word].map((letter) => LOOKALIKES[letter] ?? letter.replace(/[^\p{L}\p{N}]/u, '\\$&')).join(''),
    'gu',
  );
const LOOKALIKES: { readonly [letter: string]: string } = {
  a: '[a@4]',
  e: '[e3]',
  i: '[i1!]',
  o: '[o0]',
  s: '[s$5]',
};
