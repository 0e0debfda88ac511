import { number } from '../../words/number';
import { stepsWords } from './words';

const LONGEST = 500;

/** What is wrong with a step's words before they are stored, or null. */
export function faultOfStep(text: string): string | null {
  const t = stepsWords.get();
  if (text.trim() === '') return t.needsWords;
  return text.length > LONGEST ? t.tooLong({ letters: number(text.length) }) : null;
}
