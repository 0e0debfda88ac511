/**
 * The words of the interface. English stands in the `words.ts` of each folder that shows it, so that it travels with
 * the screen that needs it; another language is one file, `languages/<code>.json`, fetched when it is somebody's.
 * (Decision 110.)
 */
import { createI18n, type Messages, type Translations } from '@nanostores/i18n';
import { atom, keepMount } from 'nanostores';
import { languagesRead } from '../platform/languages';
import { chooseLanguage } from './choose-language';

const ENGLISH = 'en';

const files = import.meta.glob<Record<string, Record<string, string>>>('./languages/*.json', {
  import: 'default',
});
const fileOf = (code: string): string => `./languages/${code}.json`;
const codes = [ENGLISH, ...Object.keys(files).map((file) => file.slice(fileOf('').length - 5, -5))];

/** The language on the screen; setting it fetches its file and shows it at once where there is one. */
export const language = atom<string>(chooseLanguage(languagesRead(), codes, ENGLISH));

const define = createI18n(language, {
  baseLocale: ENGLISH,
  // A language without a file, or with messages missing, shows English there.
  get: async (code) => (await files[fileOf(code)]?.()) ?? {},
});

/**
 * Defines the English messages of one folder: plain texts, texts with `blanks`, and `counts`.
 * @param name the folder's name: the key of its messages in a language's file
 */
export function words<Body extends Translations>(name: string, english: Body): Messages<Body> {
  const messages = define(name, english);
  // Else the first component to ask would be painted twice, and each `get` would mount and unmount.
  keepMount(messages);
  return messages;
}
