/** Several lines in the field, as they come from another app: each becomes a task. Pure. */
import { lengthOfMark } from '../steps/pasted-lines';

export interface TaskLine {
  /** Where it begins in the whole, by UTF-16 offsets. */
  readonly start: number;
  readonly text: string;
}

/** One line stays as it is; of several those that say something, without their list marks. */
export function taskLines(text: string): readonly TaskLine[] {
  if (!/[\r\n]/.test(text.trim())) return [{ start: 0, text }];
  return [...text.matchAll(/[^\r\n]+/g)].flatMap((match) => {
    const marker = lengthOfMark(match[0]);
    const said = match[0].slice(marker);
    return said.trim() === '' ? [] : [{ start: match.index + marker, text: said }];
  });
}

/** All of it as one line. */
export const asOneLine = (text: string): string =>
  taskLines(text)
    .map((line) => line.text.trim())
    .join(' ');

/** What is left without the first so many tasks. */
export function linesFrom(text: string, count: number): string {
  const next = taskLines(text)[count];
  return next === undefined ? '' : text.slice(next.start);
}
