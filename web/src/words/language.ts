/**
 * The words of the interface. English stands in the message files of each folder that shows it, so that it travels with
 * the screen that needs it; another language is one file, `languages/<code>.json`, fetched when it is somebody's.
 * (Decision 110.)
 */
import { atom } from 'nanostores';
import { languagesRead } from '../platform/languages';
import { chooseLanguage } from './choose-language';
import { createWords, ENGLISH, type LanguageFile } from './create-words';

const FOLDER = './languages/';
const files = import.meta.glob<LanguageFile>('./languages/*.json', { import: 'default' });
const codes = [ENGLISH, ...Object.keys(files).map((file) => file.slice(FOLDER.length, -'.json'.length))];

/** The language on the screen; setting it fetches its file and shows it at once where there is one. */
export const language = atom<string>(chooseLanguage(languagesRead(), codes, ENGLISH));

const spoken = createWords(
  language,
  // A file that does not come leaves English; what a missing chunk means is seen to for all chunks alike.
  async (code) => (await files[`${FOLDER}${code}.json`]?.().catch(() => undefined)) ?? {},
);

/** Defines the English messages of one folder. */
export const words = spoken.words;

/** What is defined by now speaks the person's language; where its file cannot be had, English. */
export const languageReady = (): Promise<void> => spoken.ready();
