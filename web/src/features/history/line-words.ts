/** A line of a history as a plain sentence: "set the due date to Fri 13 Mar". Pure. */
import { entityByName } from '@holdfast/shared/entities/index';
import { fieldLabel, valueWords, type Wording } from '../merges/value-words';
import type { HistoryLine, LineChange } from './history-lines';

/** What was done, after the person's name. Texts are shown beside it, word by word. */
export function lineWords(entity: string, line: HistoryLine, wording: Wording): string {
  const one = entityByName(entity)?.label[0] ?? entity;
  if (line.kind === 'made') return `made this ${one}`;
  if (line.kind === 'deleted') return 'deleted it';
  if (line.kind === 'restored') return 'brought it back';
  const named = ACTS[line.name];
  const said = shownChanges(line);
  if (named && said.length === 1) return named;
  if (said.length === 0) return 'moved it in the list';
  return said.map((change) => changeWords(entity, change, wording)).join(', ');
}

const ACTS: { readonly [name: string]: string } = {
  'task.complete': 'completed it',
  'task.reopen': 'reopened it',
};

/** Its place in a list goes along with other changes, and says nothing beside them. */
export const shownChanges = (line: HistoryLine): readonly LineChange[] =>
  line.changes.filter((change) => change.field !== 'position');

export const isText = (entity: string, field: string): boolean =>
  entityByName(entity)?.fields[field]?.merge === 'text';

function changeWords(entity: string, change: LineChange, wording: Wording): string {
  const { field, from, to } = change;
  const label = fieldLabel(entity, field);
  if (isText(entity, field)) {
    if (isEmpty(from)) return `wrote the ${label}`;
    return isEmpty(to) ? `emptied the ${label}` : `changed the ${label}`;
  }
  if (field === 'labels') return setWords(entity, change, wording);
  const words = (value: unknown) => valueWords(entity, field, value, wording);
  if (field === 'projectId') return `moved it from ${words(from)} to ${words(to)}`;
  if (isEmpty(from)) return `set the ${label} to ${words(to)}`;
  if (isEmpty(to)) return `removed the ${label}, ${words(from)}`;
  return `changed the ${label} from ${words(from)} to ${words(to)}`;
}

function setWords(entity: string, { field, from, to }: LineChange, wording: Wording): string {
  const [before, after] = [idsOf(from), idsOf(to)];
  const words = (ids: readonly string[]) => valueWords(entity, field, ids, wording);
  const added = after.filter((id) => !before.includes(id));
  const removed = before.filter((id) => !after.includes(id));
  return [added.length > 0 && `added ${words(added)}`, removed.length > 0 && `removed ${words(removed)}`]
    .filter((part) => part !== false)
    .join(' and ');
}

const idsOf = (value: unknown): readonly string[] => (Array.isArray(value) ? (value as string[]) : []);

export const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
