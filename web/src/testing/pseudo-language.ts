/**
 * A language that nobody speaks: every message with accents, 40 % longer. Whoever reads it sees at once what still
 * stands in English. Its dates and lists are Greek, so that no letter of Intl is taken for an English one.
 */
import type { Messages } from '@nanostores/i18n';
import type { LanguageFile } from '../words/create-words';
import { language } from '../words/language';
import { allMessages, englishFile } from './all-messages';

const CODE = 'el';

/** Shows the pseudo-language; call what it returns to show English again. */
export function speakPseudo(): () => void {
  const { i18n } = allMessages[0] as Messages;
  i18n.cache[CODE] = pseudoFile() as never;
  language.set(CODE);
  return () => language.set('en');
}

/** The file that a translator would write. */
const pseudoFile = () => mapped(englishFile(), pseudo) as LanguageFile;

function mapped(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  return Object.fromEntries(
    Object.entries(value as object).map(([key, inner]) => [key, mapped(inner, change)]),
  );
}

/** "Today" → "Ţöðåý··": blanks and the product's name stay. */
export function pseudo(text: string): string {
  const accented = text
    .split(/(\{\w+\}|Holdfast)/)
    .map((part, at) =>
      at % 2 === 0 ? part.replace(/[A-Za-z]/g, (letter) => ACCENTED[letter] ?? letter) : part,
    )
    .join('');
  return accented + '·'.repeat(Math.ceil(text.length * 0.4));
}

const ACCENTED: { readonly [letter: string]: string } = Object.fromEntries(
  [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter, at) => [
    letter,
    [...'åƀçðéƒğĥîĵķļɱñöþɋŕšţûṽŵẋýžÅƁÇÐÉƑĞĤÎĴĶĻṀÑÖÞɊŔŠŢÛṼŴẊÝŽ'][at] as string,
  ]),
);

/** What stands in plain Latin letters in the page or is read out, but for keys, codes and the product's name. */
export function leftInEnglish(root: ParentNode = document): readonly string[] {
  const found: string[] = [];
  for (const element of root.querySelectorAll('body, body *')) {
    if (element.closest('kbd, script, style, code')) continue;
    const own = [...element.childNodes].filter((node) => node.nodeType === 3).map((node) => node.textContent);
    const said = READ_OUT.map((name) => element.getAttribute(name));
    for (const text of [...own, ...said])
      if (text && /[A-Za-z]{2}/.test(text.replace(/Holdfast/g, ''))) found.push(text);
  }
  return found;
}

const READ_OUT = ['aria-label', 'aria-roledescription', 'aria-valuetext', 'title', 'placeholder', 'alt'];
