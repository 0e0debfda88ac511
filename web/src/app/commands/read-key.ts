/**
 * Which command a key press is. Pure: the press and the key before it in, a command out. Keys count by what they
 * write, whatever the layout; where a layout writes no Latin letters, by where they lie.
 */
import type { KeyPress } from '../../ui/page-keys';
import type { Command } from './command';

export interface KeyRules {
  /** Single letters and signs count. */
  readonly letters: boolean;
  /** There are tasks that commands could be about. */
  readonly onTasks: boolean;
  readonly mayWrite: boolean;
}

export type KeyReading =
  | { readonly kind: 'command'; readonly command: Command }
  /** The first key of two. */
  | { readonly kind: 'wait'; readonly prefix: string };

export function readKey(
  press: KeyPress,
  prefix: string,
  commands: readonly Command[],
  rules: KeyRules,
): KeyReading | null {
  const chord = chordOf(press);
  if (chord === null || (!rules.letters && isLetter(chord))) return null;
  const wanted = prefix === '' ? chord : `${prefix} ${chord}`;
  if (press.inField && isLetter(chord)) return null;
  const fits = commands.filter((command) => counts(command, press, rules));
  const command = fits.find(({ keys }) => keys.includes(wanted));
  if (command) return { kind: 'command', command };
  const begins = prefix === '' && fits.some(({ keys }) => keys.some((each) => each.startsWith(`${chord} `)));
  return begins ? { kind: 'wait', prefix: chord } : null;
}

function counts({ where, writes = false }: Command, press: KeyPress, rules: KeyRules): boolean {
  if (writes && !rules.mayWrite) return false;
  if (where === 'anywhere') return !press.inDialog;
  if (where === 'outside-text') return !press.inText;
  if (press.inField || press.inDialog) return false;
  return where === 'page' || (rules.onTasks && !(press.onControl && /^( |Enter)$/.test(press.key)));
}

/** `n`, `mod+shift+z`, `[`; null for what writes nothing of its own. */
function chordOf({ key, code, ctrl, shift, alt, altGraph }: KeyPress): string | null {
  if (key === 'Dead' || key === 'Process' || key === 'Unidentified') return null;
  const name = key === ' ' ? 'space' : isForeignLetter(key) ? latinOf(code) : key.toLowerCase();
  // A sign stands for itself, with whatever keys a layout makes it.
  if (name.length === 1 && !/[a-z0-9]/.test(name)) return ctrl && !altGraph && !alt ? null : name;
  if (alt || altGraph) return null;
  return [...(ctrl ? ['mod'] : []), ...(shift ? ['shift'] : []), name].join('+');
}

const isForeignLetter = (key: string): boolean =>
  [...key].length === 1 && /\p{L}/u.test(key) && !/[a-z]/i.test(key);
const latinOf = (code: string): string =>
  /^Key[A-Z]$/.test(code) ? code.slice(3).toLowerCase() : code.toLowerCase();

/** Something that writes a character: a reader's own keys or speech input may send it. */
const isLetter = (chord: string): boolean => [...chord.replace(/^shift\+/, '')].length === 1;
