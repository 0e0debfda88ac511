/**
 * One typed line → a task. Pure; nothing of the line is lost: what is not understood stays words.
 *
 *   `#name`   a project first, a label second, else a new label, or a new project where that was chosen
 *   `!` `!high` `!!` `!urgent` `!low` `!normal`
 *   `@name`   a member, by first or whole name
 *   a day and a time in words (`read-when.ts`), a repeat in words (`read-repeat.ts`)
 *
 * Each reader sees the line with what is not for it masked, so that nothing is read twice:
 *   1 what was refused is masked for all   2 sigils   3 repeats   4 days and times
 *   5 unsure readings count where only understood words follow; the first of a kind counts
 */
import { readRepeat } from './read-repeat';
import { readSigils } from './read-sigils';
import { readWhen } from './read-when';
import type { QuickAddWorld, Reading, Span } from './understood';

/** What the person said about words of the line, each as it stood there, with its sigil. Case makes no difference. */
export interface Choices {
  /** The chip was crossed out: they stay words. */
  readonly plain: readonly string[];
  /** Of an unknown name: a new project rather than a new label. */
  readonly asProject: readonly string[];
}

export const noChoices: Choices = { plain: [], asProject: [] };

export interface ParsedLine {
  /** The words that are left. */
  readonly title: string;
  readonly spans: readonly Span[];
}

type Stretch = Pick<Span, 'start' | 'end'>;

/** What stands in a masked line in place of a stretch: words for whoever follows, or understood already. */
const REFUSED = '\u0002';
const TAKEN = '\u0001';

export function parseQuickAdd(line: string, world: QuickAddWorld, choices = noChoices): ParsedLine {
  const offered = mask(line, refused(line, choices.plain), REFUSED);
  const asProject = (word: string) => choices.asProject.some((each) => sameWords(each, word));
  const sigils = readSigils(offered, world, (word) => (asProject(word) ? 'new-project' : 'new-label'));
  const plain = mask(offered, sigils, TAKEN);
  const repeats = readRepeat(plain);
  const sure = repeats.filter((reading) => !reading.unsure);
  const dates = readWhen(mask(plain, sure, TAKEN), world, repeats.length > 0);
  const counted = firstOfAKind(certain(plain, [...repeats, ...dates]));
  const read = counted.map(({ start, end, means }) => ({ start, end, text: line.slice(start, end), means }));
  const spans = [...sigils, ...read].sort((a, b) => a.start - b.start);
  return { title: withoutSpans(line, spans), spans };
}

/** Where the words of a chip that was crossed out stand, as whole words. */
function refused(line: string, plain: readonly string[]): Stretch[] {
  const starts = [...line.matchAll(/(?<=^|[\s(,;])\S/gu)].map((match) => match.index);
  return plain.flatMap((words) =>
    starts.flatMap((start) => {
      const end = start + words.length;
      return sameWords(line.slice(start, end), words) && !/^[\p{L}\p{N}]/u.test(line.slice(end))
        ? [{ start, end }]
        : [];
    }),
  );
}

/** The same line, as long, with the stretches out of sight. */
function mask(line: string, stretches: readonly Stretch[], by: string): string {
  let masked = line;
  for (const { start, end } of stretches)
    masked = masked.slice(0, start) + by.repeat(end - start) + masked.slice(end);
  return masked;
}

/** From the end: an unsure reading counts where behind it stands nothing but what is understood. */
function certain(line: string, found: readonly Reading[]): Reading[] {
  const taken: Reading[] = [];
  for (const reading of found.toSorted((a, b) => b.start - a.start || b.end - a.end)) {
    if (taken.some((other) => reading.start < other.end && other.start < reading.end)) continue;
    const behind = mask(line, taken, TAKEN).slice(reading.end);
    if (!reading.unsure || onlyTaken.test(behind)) taken.push(reading);
  }
  return taken.reverse();
}

const onlyTaken = new RegExp(`^[\\s${TAKEN}]*$`, 'u');

/** One repeat, one day and one time: what says a second of them stays words. */
function firstOfAKind(readings: readonly Reading[]): Reading[] {
  const said = new Set<'repeat' | 'day' | 'time'>();
  return readings.filter(({ means }) => {
    const says: ('repeat' | 'day' | 'time')[] = [];
    if (means.kind === 'repeat') says.push('repeat');
    else if (means.dueOn !== null) says.push('day');
    if (means.dueTime !== null) says.push('time');
    if (says.some((kind) => said.has(kind))) return false;
    for (const kind of says) said.add(kind);
    return true;
  });
}

function withoutSpans(line: string, spans: readonly Span[]): string {
  let left = '';
  let at = 0;
  for (const { start, end } of [...spans, { start: line.length, end: line.length }]) {
    const words = line.slice(at, start);
    // "Ring fri, then" → "Ring, then".
    left = (/^\s*[,.;:!?)]/u.test(words) ? left.trimEnd() : left) + words;
    at = end;
  }
  return left.replace(/\s+/gu, ' ').trim();
}

/** The choices about words that still stand in the line; one typed anew is understood anew. */
export function stillChosen(line: string, { plain, asProject }: Choices): Choices {
  const lower = line.toLowerCase();
  const stands = (words: string) => lower.includes(words.toLowerCase());
  return { plain: plain.filter(stands), asProject: asProject.filter(stands) };
}

export const sameWords = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
