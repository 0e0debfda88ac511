/** The languages that the person reads, the favourite first, as the browser knows them (BCP 47); none outside of one. */
export const languagesRead = (): readonly string[] =>
  typeof navigator === 'undefined' ? [] : navigator.languages;
