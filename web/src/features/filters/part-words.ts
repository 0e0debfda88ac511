/** A part of a saved question in words, as its chip says it. */
import type { Directory } from '../tasks/directory';
import { dayWords } from '../tasks/due-words';
import { priorityOf } from '../tasks/priority-words';
import { statusOf } from '../tasks/status-words';
import { type DueWord, isUnknown, type KnownPart, type Part } from './query';
import type { filtersWords } from './words';

type Words = ReturnType<typeof filtersWords.get>;
export type PartNames = Pick<Directory, 'projectById' | 'labelById' | 'memberByAccount' | 'today'>;

export function partWords(part: Part, names: PartNames, t: Words): string {
  if (isUnknown(part)) return t.unknownPart;
  const what = wordsOf(part, names, t);
  return part.not ? t.not({ what }) : what;
}

function wordsOf(part: KnownPart, names: PartNames, t: Words): string {
  const oneOf = (words: readonly string[]) => words.join(` ${t.or} `);
  if ('project' in part) return oneOf(part.project.map((id) => projectWords(id, names, t)));
  if ('label' in part) return oneOf(part.label.map((id) => labelWords(id, names, t)));
  if ('person' in part) return oneOf(part.person.map((id) => personWords(id, names, t)));
  if ('priority' in part) return oneOf(part.priority.map((value) => priorityOf(value).label));
  if ('status' in part) return oneOf(part.status.map((value) => statusOf(value).label));
  if ('text' in part) return t.says({ words: part.text });
  return typeof part.due === 'string' ? dueWords(part.due, t) : rangeWords(part.due, names.today, t);
}

export const projectWords = (id: string, names: PartNames, t: Words): string =>
  id === '' ? t.inbox : (names.projectById.get(id)?.name ?? t.elsewhere);
export const labelWords = (id: string, names: PartNames, t: Words): string =>
  id === '' ? t.noLabel : `#${names.labelById.get(id)?.name ?? t.elsewhere}`;
export function personWords(id: string, names: PartNames, t: Words): string {
  if (id === '') return t.nobody;
  return id === 'me' ? t.me : (names.memberByAccount.get(id)?.name ?? t.elsewhere);
}
export const dueWords = (due: DueWord, t: Words): string => (due === 'any' ? t.anyDate : t[due]);

function rangeWords([first, last]: readonly (string | null)[], today: string, t: Words): string {
  const from = first ? dayWords(first, today) : null;
  const to = last ? dayWords(last, today) : null;
  if (from !== null && to !== null) return t.between({ from, to });
  if (from !== null) return t.since({ from });
  return to === null ? t.anyDate : t.until({ to });
}
