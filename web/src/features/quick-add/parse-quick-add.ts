/**
 * One typed line → a task. Pure.
 *
 *   `#name`   a project first, a label second, else a new label, or a new project where that was chosen
 *   `!` `!high` `!!` `!urgent` `!low` `!normal`
 *   `@name`   a member, by first or whole name
 *   `today` `tomorrow`, and a time after it or alone: `9am`, `9:30pm`, `14:05`
 *
 * A sigil counts at the start of a word only, so addresses and `C#` stay words. The first of a kind counts
 * (labels: all); further ones stay words.
 */
import { readDay, readTime } from './read-when';
import { sigilKey } from './sigil-name';

export interface Named {
  readonly id: string;
  readonly name: string;
}

export interface QuickAddWorld {
  readonly projects: readonly Named[];
  readonly labels: readonly Named[];
  readonly people: readonly Named[];
  /** `YYYY-MM-DD` in the reader's own time zone. */
  readonly today: string;
}

export type Understood =
  | { readonly kind: 'project'; readonly id: string; readonly name: string }
  | { readonly kind: 'label'; readonly id: string; readonly name: string }
  | { readonly kind: 'new-label'; readonly name: string }
  | { readonly kind: 'new-project'; readonly name: string }
  | { readonly kind: 'priority'; readonly level: PriorityWord }
  | { readonly kind: 'person'; readonly id: string; readonly name: string }
  | { readonly kind: 'day'; readonly dueOn: string }
  | { readonly kind: 'time'; readonly dueTime: string };

export type PriorityWord = 'low' | 'normal' | 'high' | 'urgent';

/** What the person said about words of the line, each in lower case with its sigil. */
export interface Choices {
  /** The chip was crossed out: they stay words. */
  readonly plain: readonly string[];
  /** Of an unknown name: a new project rather than a new label. */
  readonly asProject: readonly string[];
}

export const noChoices: Choices = { plain: [], asProject: [] };

/** A stretch of the line that was understood, by UTF-16 offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly means: Understood;
}

export interface ParsedLine {
  /** The words that are left. */
  readonly title: string;
  readonly spans: readonly Span[];
}

const priorities: { readonly [word: string]: PriorityWord } = {
  '!': 'high',
  '!!': 'urgent',
  '!low': 'low',
  '!normal': 'normal',
  '!high': 'high',
  '!urgent': 'urgent',
};

export function parseQuickAdd(line: string, world: QuickAddWorld, choices = noChoices): ParsedLine {
  const words = [...line.matchAll(/\S+/gu)].map((match) => ({ start: match.index, text: match[0] }));
  const spans: Span[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (!word) break;
    const several = longestName(line, word.start, world);
    const text = several ?? word.text;
    if (choices.plain.includes(text.toLowerCase())) continue;
    const means = understand(text, world, spans, choices);
    if (!means) continue;
    spans.push({ start: word.start, end: word.start + text.length, text, means });
    // A name of several words took the words behind it along.
    while (words[at + 1] && (words[at + 1]?.start ?? 0) < word.start + text.length) at++;
  }
  return { title: withoutSpans(line, spans), spans };
}

/** `#` followed by a whole name with spaces: "#Boat shed fit-out ring Tove". */
function longestName(line: string, start: number, world: QuickAddWorld): string | null {
  const sigil = line[start];
  if (sigil !== '#' && sigil !== '@') return null;
  const rest = line.slice(start + 1);
  const names = sigil === '#' ? [...world.projects, ...world.labels] : world.people;
  let longest: string | null = null;
  for (const { name } of names) {
    if (!/\s/u.test(name) || name.length <= (longest?.length ?? 0)) continue;
    const typed = rest.slice(0, name.length);
    const behind = rest[name.length];
    if (typed.toLowerCase() === name.toLowerCase() && (behind === undefined || /\s/u.test(behind)))
      longest = typed;
  }
  return longest === null ? null : sigil + longest;
}

function understand(
  text: string,
  world: QuickAddWorld,
  before: readonly Span[],
  { asProject }: Choices,
): Understood | null {
  const has = (kind: Understood['kind']) => before.some((span) => span.means.kind === kind);
  if (text.startsWith('#')) {
    const hasProject = has('project') || has('new-project');
    const isProject = asProject.includes(text.toLowerCase()) && !hasProject;
    return hash(text.slice(1), world, hasProject, before, isProject ? 'new-project' : 'new-label');
  }
  if (text.startsWith('!')) {
    const word = text.toLowerCase();
    const level = Object.hasOwn(priorities, word) ? priorities[word] : undefined;
    return level && !has('priority') ? { kind: 'priority', level } : null;
  }
  if (text.startsWith('@')) {
    const person = has('person') ? undefined : personByName(text.slice(1), world.people);
    return person ? { kind: 'person', id: person.id, name: person.name } : null;
  }
  const dueOn = has('day') ? null : readDay(text, world.today);
  if (dueOn) return { kind: 'day', dueOn };
  const dueTime = has('time') ? null : readTime(text);
  return dueTime ? { kind: 'time', dueTime } : null;
}

function hash(
  name: string,
  world: QuickAddWorld,
  hasProject: boolean,
  before: readonly Span[],
  unknown: 'new-label' | 'new-project',
): Understood | null {
  const key = sigilKey(name);
  if (key === '') return null;
  const project = world.projects.find((each) => sigilKey(each.name) === key);
  if (project && !hasProject) return { kind: 'project', id: project.id, name: project.name };
  const label = world.labels.find((each) => sigilKey(each.name) === key);
  const again = before.some(({ means }) => 'name' in means && sigilKey(means.name) === key);
  if (again) return null;
  if (label) return { kind: 'label', id: label.id, name: label.name };
  // A second project's name is no label.
  return project || !isNewName(name) ? null : { kind: unknown, name };
}

/** "#12" is a number of something. */
export const isNewName = (name: string): boolean => /\p{L}/u.test(name) && name.length <= 100;

function personByName(name: string, people: readonly Named[]): Named | undefined {
  const key = sigilKey(name);
  if (key === '') return undefined;
  const whole = people.find((each) => sigilKey(each.name) === key);
  if (whole) return whole;
  const byFirst = people.filter((each) => sigilKey(each.name.trim().split(/\s+/u)[0] ?? '') === key);
  // Two people of that name: the words stay, nobody is guessed.
  return byFirst.length === 1 ? byFirst[0] : undefined;
}

function withoutSpans(line: string, spans: readonly Span[]): string {
  let left = '';
  let at = 0;
  for (const span of spans) {
    left += line.slice(at, span.start);
    at = span.end;
  }
  return (left + line.slice(at)).replace(/\s+/gu, ' ').trim();
}

/** The choices about words that still stand in the line; one typed anew is understood anew. */
export function stillChosen(line: string, { plain, asProject }: Choices): Choices {
  const lower = line.toLowerCase();
  const stands = (word: string) => lower.includes(word);
  return { plain: plain.filter(stands), asProject: asProject.filter(stands) };
}
