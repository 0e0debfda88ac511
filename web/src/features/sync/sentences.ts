/** A statement of two sentences, in two places: the first large, the rest below it. Pure. */

export const firstSentence = (text: string): string => /^[^.]*\.?/.exec(text)?.[0].replace(/\.$/, '') ?? text;

export const afterFirst = (text: string): string => text.replace(/^[^.]*\.\s*/, '');
