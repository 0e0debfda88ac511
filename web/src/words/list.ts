import { formatLocale } from './format-locale';

/** Several things as the language on the screen lists them: "a", "a and b", "a, b and c". */
export const listed = (words: readonly string[]): string => new Intl.ListFormat(formatLocale()).format(words);

/** The same without a word before the last: "a, b, c". */
export const inARow = (words: readonly string[]): string =>
  new Intl.ListFormat(formatLocale(), { type: 'unit', style: 'short' }).format(words);
