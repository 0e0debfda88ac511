/** A message whose blanks hold more than text: `<Sentence words="Added to {where}" where={<b>Barn</b>} />`. */
import { Fragment, type ReactNode } from 'react';

export interface SentenceProps {
  words: string;
  readonly [blank: string]: ReactNode;
}

export function Sentence({ words, ...blanks }: SentenceProps) {
  return words
    .split(/\{(\w+)\}/)
    .map((part, i) => (i % 2 === 0 ? part : <Fragment key={part}>{blanks[part]}</Fragment>));
}
