/** While a `#` or `@` is being typed: the names that begin like it. Pure. */
import type { QuickAddWorld } from './parse-quick-add';
import { nameToSigil, sigilKey } from './sigil-name';

export interface Suggestion {
  readonly kind: 'project' | 'label' | 'person';
  readonly id: string;
  readonly name: string;
}

export interface Suggestions {
  /** The stretch that a choice replaces. */
  readonly start: number;
  readonly end: number;
  readonly names: readonly Suggestion[];
}

const most = 5;
const none: Suggestions = { start: 0, end: 0, names: [] };

export function suggest(line: string, caret: number, world: QuickAddWorld): Suggestions {
  const before = /(?:^|\s)([#@][^\s#@]*)$/u.exec(line.slice(0, caret));
  const typed = before?.[1];
  if (typed === undefined || /^\S/u.test(line.slice(caret))) return none;
  const key = sigilKey(typed.slice(1));
  const named = (kind: Suggestion['kind'], list: QuickAddWorld['projects']) =>
    list.filter(({ name }) => sigilKey(name).startsWith(key)).map(({ id, name }) => ({ kind, id, name }));
  const names = typed.startsWith('#')
    ? [...named('project', world.projects), ...named('label', world.labels)]
    : named('person', world.people);
  // Written out already: nothing to choose.
  if (names.some(({ name }) => sigilKey(name) === key)) return none;
  return { start: caret - typed.length, end: caret, names: names.slice(0, most) };
}

/** The line with the choice in place, and where the caret goes. */
export function take(line: string, at: Suggestions, chosen: Suggestion): { line: string; caret: number } {
  const sigil = chosen.kind === 'person' ? '@' : '#';
  const word = `${sigil}${nameToSigil(chosen.name)} `;
  const rest = line.slice(at.end).replace(/^\s+/u, '');
  return { line: line.slice(0, at.start) + word + rest, caret: at.start + word.length };
}
