import { number } from '../../words/number';

/** A number beside a link; nothing for none. */
export const countWords = (count: number): string | undefined => (count > 0 ? number(count) : undefined);
