import { language } from './language';

/** Several things as the language on the screen lists them: "a", "a and b", "a, b and c". */
export function listed(words: readonly string[]): string {
  const code = language.get();
  // The English of this app has no comma before "and".
  return new Intl.ListFormat(code === 'en' ? 'en-GB' : code).format(words);
}
