import type { Said } from '../words/said';
import { Sentence } from './sentence';

/** A sentence with what it is about (its blank `subject`) in bold. */
export const Say = ({ said: { words, blanks } }: { said: Said }) => (
  <Sentence words={words} {...blanks} {...(blanks['subject'] && { subject: <b>{blanks['subject']}</b> })} />
);

/** What was done, and to what: "Deleted **Pay rent**", from "Deleted {subject}". */
export const sayOf = (words: string, subject: string) => <Say said={{ words, blanks: { subject } }} />;
