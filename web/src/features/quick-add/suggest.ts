/** While a `#` or `@` is being typed: the names that begin like it, or what a new name can be. Pure. */
import { type Choices, noChoices, sameWords } from './parse-quick-add';
import { isNewName } from './read-sigils';
import { nameToSigil, sigilKey } from './sigil-name';
import type { QuickAddWorld } from './understood';

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
  /** The word before the caret names nothing yet: what it is not taken for, and could be. */
  readonly unknown: { readonly name: string; readonly couldBe: 'project' | 'label' } | null;
}

const most = 5;
const none: Suggestions = { start: 0, end: 0, names: [], unknown: null };

export function suggest(
  line: string,
  caret: number,
  world: QuickAddWorld,
  { plain, asProject }: Choices = noChoices,
): Suggestions {
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
  const isNew =
    typed.startsWith('#') && isNewName(typed.slice(1)) && !plain.some((words) => sameWords(words, typed));
  const couldBe = asProject.some((words) => sameWords(words, typed)) ? 'label' : 'project';
  return {
    start: caret - typed.length,
    end: caret,
    names: names.slice(0, most),
    unknown: isNew ? { name: typed.slice(1), couldBe } : null,
  };
}

/** The line with the choice in place, and where the caret goes. */
export function take(
  line: string,
  at: Pick<Suggestions, 'start' | 'end'>,
  chosen: Suggestion,
): { line: string; caret: number } {
  const sigil = chosen.kind === 'person' ? '@' : '#';
  const word = `${sigil}${nameToSigil(chosen.name)} `;
  const rest = line.slice(at.end).replace(/^\s+/u, '');
  return { line: line.slice(0, at.start) + word + rest, caret: at.start + word.length };
}
