/** The languages that the person reads, the favourite first, as the browser knows them (BCP 47). */
export const languagesRead = (): readonly string[] => navigator.languages;
