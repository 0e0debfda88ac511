import { words } from './language';

/** What a language's file says of the language itself. */
export const languageWords = words('language', {
  /** Of its script: `ltr` or `rtl`. */
  direction: 'ltr',
});
