import { language } from './language';

/** At the beginning of a line: "Due date". */
export const capital = (words: string): string =>
  words.charAt(0).toLocaleUpperCase(language.get()) + words.slice(1);

/** Within another sentence: English goes on in small letters; in other languages a noun may begin it. */
export const midSentence = (words: string): string =>
  language.get() === 'en' ? words.charAt(0).toLowerCase() + words.slice(1) : words;
