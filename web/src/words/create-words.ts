/**
 * English stands in the code, another language in one file: this joins them. What a file lacks, a message or a whole
 * folder, is shown in English.
 */
import { createI18n, type Messages, type Translations } from '@nanostores/i18n';
import { keepMount, type WritableAtom } from 'nanostores';

export const ENGLISH = 'en';

/** Messages by folder and by name. */
export type LanguageFile = Readonly<Record<string, Readonly<Record<string, string | object>>>>;

export interface Words {
  /**
   * Defines the English messages of one folder: plain texts, texts with `blanks`, and `counts`.
   * @param name the key of its messages in a language's file
   */
  readonly words: <Body extends Translations>(name: string, english: Body) => Messages<Body>;
  /** Resolves once all that was defined so far speaks the language. */
  readonly ready: () => Promise<void>;
}

/** @param load the file of a language; one without a file is empty */
export function createWords(
  language: WritableAtom<string>,
  load: (code: string) => Promise<LanguageFile>,
): Words {
  const define = createI18n(language, {
    baseLocale: ENGLISH,
    get: async (code, folders) => ({
      // The library waits for every folder it asked for.
      ...Object.fromEntries(folders.map((name) => [name, {}])),
      ...((await load(code)) as Record<string, Record<string, string>>),
    }),
  });
  return {
    words(name, english) {
      const messages = define(name, english);
      // Else the first component to ask would be painted twice, and each `get` would mount and unmount.
      keepMount(messages);
      return messages;
    },
    ready: () =>
      new Promise((done) => {
        const stop = define.loading.subscribe((isLoading) => {
          if (isLoading) return;
          done();
          queueMicrotask(() => stop());
        });
      }),
  };
}
