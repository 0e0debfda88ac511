/** Several lines of text as several things: list marks, numbers and check boxes before them are left out. Pure. */
import type { StepLine } from './actions';

/** `- one` · `* one` · `• one` · `1. one` · `2) one` · `- [x] one` · `☑ one` */
const MARK = /^\s*(?:(?:[-*+•–]|\d{1,3}[.)])\s+)?(?:\[([ xX])\]\s*|([☐☑☒])\s*)?/u;

export function pastedLines(text: string): readonly StepLine[] {
  return text.split(/\r\n?|\n/).flatMap((line) => {
    const [mark = '', box = '', drawn = ''] = MARK.exec(line) ?? [];
    const title = line.slice(mark.length).trim();
    return title === '' ? [] : [{ title, done: box.toLowerCase() === 'x' || drawn === '☑' || drawn === '☒' }];
  });
}

/** How long the mark before the line's words is. */
export const lengthOfMark = (line: string): number => MARK.exec(line)?.[0].length ?? 0;
