import { formatLocale } from './format-locale';

/** Several things as the language on the screen lists them: "a", "a and b", "a, b and c". */
export const listed = (words: readonly string[]): string => new Intl.ListFormat(formatLocale()).format(words);
