import { words } from '../../words/language';
import { blanks } from '../../words/message';

/** Moments within a sentence. */
export const momentMessages = words('moments', {
  yesterdayAt: blanks('yesterday, {time}'),
  dayAt: blanks('{day}, {time}'),
});
