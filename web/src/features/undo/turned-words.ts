/** What undo or redo came to, in one or two plain sentences, and whose later change it left alone. Pure. */
import { entityByName } from '@holdfast/shared/entities/index';
import type { LeftAlone, Turned } from '../../db/done';
import type { NameOf } from '../sync/change-words';
import { doneWords } from './done-words';

export interface TurnedWords {
  /** "Undone: completed" */
  readonly lead: string;
  readonly subject: string;
  /** " to Fri 13 Mar and 2 more. The title stays: Ana has changed it since." */
  readonly rest: string;
  /** Nothing of it was left alone or refused. */
  readonly whole: boolean;
}

/** @param others those who may have made a later change, by name */
export function turnedWords(
  turned: Turned,
  nameOf: NameOf,
  others: readonly string[],
  today: string,
): TurnedWords {
  const first = turned.to === 'undone' ? turned.entries.at(-1) : turned.entries[0];
  const did = first && doneWords(first, nameOf, today);
  const how = turned.to === 'undone' ? 'undone' : 'done again';
  const lead = turned.changed > 0 ? upper(how) : `Not ${how}`;
  const more = turned.entries.reduce(
    (sum, entry) => sum + 1 + (doneWords(entry, nameOf, today)?.words.more ?? 0),
    -1,
  );
  const stays = [leftWords(turned.left, others), turned.refused[0]?.words ?? ''].filter(isSaid);
  const what = [did?.tail ?? '', more > 0 ? `and ${more.toLocaleString('en')} more` : ''].filter(isSaid);
  return {
    lead: did ? `${lead}: ${lower(did.words.verb)}` : lead,
    subject: did?.words.subject ?? '',
    rest: [what.map((part) => ` ${part}`).join(''), ...stays].join('. '),
    whole: stays.length === 0,
  };
}

/** "The title and the due date stay: Ana has changed them since." */
export function leftWords(left: readonly LeftAlone[], others: readonly string[]): string {
  if (left.length === 0) return '';
  const fields = [...new Set(left.map(fieldWords))];
  const many = fields.length > 1;
  const [who, where] = left.every((one) => one.byThisDevice)
    ? ['you have', '']
    : others.length === 0
      ? ['you have', ' on another device']
      : [`${others.length === 1 ? others[0] : 'somebody'} has`, ''];
  return `${upper(listed(fields))} ${many ? 'stay' : 'stays'}: ${who} changed ${many ? 'them' : 'it'}${where} since.`;
}

/** The same, where only the names of the fields are known. "" for none. */
export function leftFieldsWords(left: readonly Pick<LeftAlone, 'entity' | 'field'>[]): string {
  const fields = [...new Set(left.map(fieldWords))];
  if (fields.length === 0) return '';
  return `${upper(listed(fields))} ${fields.length > 1 ? 'stay' : 'stays'} as changed since.`;
}

const listed = (words: readonly string[]): string =>
  words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words.at(-1)}` : (words[0] ?? '');

function fieldWords({ entity, field }: Pick<LeftAlone, 'entity' | 'field'>): string {
  if (field === 'deletedAt') return `the ${entityByName(entity)?.label[0] ?? entity}`;
  const name = field.startsWith('custom.') ? 'custom' : field;
  return `the ${entityByName(entity)?.fields[name]?.label ?? field}`;
}

const isSaid = (words: string): boolean => words !== '';
const lower = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);
const upper = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
