/** A line of a history as a plain sentence: "set the due date to Fri 13 Mar". Pure. */
import { entityByName } from '@holdfast/shared/entities/index';
import { listed } from '../../words/list';
import { fieldLabel, kindOf } from '../fields/field-words';
import { valueWords, type Wording } from '../merges/value-words';
import type { HistoryLine, LineChange } from './history-lines';
import { lineMessages } from './line-messages';

/** What was done, after the person's name. Texts are shown beside it, word by word. */
export function lineWords(entity: string, line: HistoryLine, wording: Wording): string {
  const t = lineMessages.get();
  if (line.kind === 'made') return t.made({ kind: kindOf(entity) });
  if (line.kind === 'deleted') return t.deleted;
  if (line.kind === 'restored') return t.broughtBack;
  const named = ACTS[line.name];
  const said = shownChanges(line);
  if (named && said.length === 1) return t[named];
  if (said.length === 0) return t.movedInList;
  return listed(said.map((change) => changeWords(entity, change, wording)));
}

const ACTS: { readonly [name: string]: 'completed' | 'reopened' } = {
  'task.complete': 'completed',
  'task.reopen': 'reopened',
};

/** Its place in a list goes along with other changes, and says nothing beside them. */
export const shownChanges = (line: HistoryLine): readonly LineChange[] =>
  line.changes.filter((change) => change.field !== 'position');

export const isText = (entity: string, field: string): boolean =>
  entityByName(entity)?.fields[field]?.merge === 'text';

function changeWords(entity: string, change: LineChange, wording: Wording): string {
  const t = lineMessages.get();
  const name = change.field;
  const field = fieldLabel(entity, name);
  if (isText(entity, name)) {
    if (isEmpty(change.from)) return t.wrote({ field });
    return isEmpty(change.to) ? t.emptied({ field }) : t.changed({ field });
  }
  if (name === 'labels') return setWords(entity, change, wording);
  const [from, to] = [change.from, change.to].map((value) => valueWords(entity, name, value, wording)) as [
    string,
    string,
  ];
  if (name === 'projectId') return t.moved({ from, to });
  if (isEmpty(change.from)) return t.set({ field, to });
  return isEmpty(change.to) ? t.removed({ field, from }) : t.changedTo({ field, from, to });
}

function setWords(entity: string, { field, from, to }: LineChange, wording: Wording): string {
  const [before, after] = [idsOf(from), idsOf(to)];
  const words = (ids: readonly string[]) => (ids.length === 0 ? '' : valueWords(entity, field, ids, wording));
  const added = words(after.filter((id) => !before.includes(id)));
  const removed = words(before.filter((id) => !after.includes(id)));
  const t = lineMessages.get();
  if (removed === '') return t.addedOnes({ added });
  return added === '' ? t.removedOnes({ removed }) : t.addedAndRemoved({ added, removed });
}

const idsOf = (value: unknown): readonly string[] => (Array.isArray(value) ? (value as string[]) : []);

export const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
