/**
 * `#name`, `!priority` and `@person` in a line. A sigil counts at the start of a word only, so addresses and `C#` stay
 * words. The first of a kind counts (labels: all); further ones stay words.
 */
import { sigilKey } from './sigil-name';
import type { Named, PriorityWord, QuickAddWorld, Span, Understood } from './understood';

/** What a name that nothing has yet is taken for. */
export type Unknown = (word: string) => 'new-label' | 'new-project';

const priorities: { readonly [word: string]: PriorityWord } = {
  '!': 'high',
  '!!': 'urgent',
  '!low': 'low',
  '!normal': 'normal',
  '!high': 'high',
  '!urgent': 'urgent',
};

/** @param line refused stretches are masked in it */
export function readSigils(line: string, world: QuickAddWorld, unknown: Unknown): readonly Span[] {
  const words = [...line.matchAll(/\S+/gu)].map((match) => ({ start: match.index, text: match[0] }));
  const spans: Span[] = [];
  let taken = 0;
  for (const { start, text: word } of words) {
    // A name of several words took the words behind it along.
    if (start < taken) continue;
    const text = longestName(line, start, world) ?? word;
    const means = understand(text, world, spans, unknown);
    if (!means) continue;
    taken = start + text.length;
    spans.push({ start, end: taken, text, means });
  }
  return spans;
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
  unknown: Unknown,
): Understood | null {
  const has = (kind: Understood['kind']) => before.some((span) => span.means.kind === kind);
  if (text.startsWith('#')) {
    const hasProject = has('project') || has('new-project');
    return hash(text.slice(1), world, hasProject, before, hasProject ? 'new-label' : unknown(text));
  }
  if (text.startsWith('!')) {
    const word = text.toLowerCase();
    const level = Object.hasOwn(priorities, word) ? priorities[word] : undefined;
    return level && !has('priority') ? { kind: 'priority', level } : null;
  }
  if (!text.startsWith('@') || has('person')) return null;
  const person = personByName(text.slice(1), world.people);
  return person ? { kind: 'person', id: person.id, name: person.name } : null;
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
