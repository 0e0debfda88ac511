/** The two sides of a question as texts: what the person wrote, and what stands now. Pure. */
import { entityByName } from '@holdfast/shared/entities/index';
import { statusOf } from '../tasks/status-words';
import { mineOf } from './actions';
import type { Question } from './centre-query';

export interface Sides {
  /** "Title", "Title, assignee". */
  readonly fields: string;
  readonly mine: string;
  readonly standing: string;
}

export function sidesOf(question: Question, nameOf: (id: string) => string | null): Sides {
  const { conflict, row } = question;
  const mine = Object.entries(mineOf(conflict));
  const labelOf = (field: string) => entityByName(conflict.entity)?.fields[field]?.label ?? field;
  const several = mine.length > 1;
  const line = (field: string, value: unknown): string => {
    const text = valueWords(field, value, nameOf);
    return several ? `${labelOf(field)}: ${text}` : text;
  };
  const fields = mine.map(([field]) => labelOf(field)).join(', ');
  return {
    fields: fields.charAt(0).toUpperCase() + fields.slice(1),
    mine: mine.map(([field, value]) => line(field, value)).join('\n'),
    standing: mine.map(([field]) => line(field, row ? row[field] : conflict.result)).join('\n'),
  };
}

function valueWords(field: string, value: unknown, nameOf: (id: string) => string | null): string {
  if (value === null || value === undefined || value === '') return 'Nothing';
  if (field === 'status' && typeof value === 'string') return statusOf(value).label;
  if (field.endsWith('Id') && typeof value === 'string') return nameOf(value) ?? 'Somebody';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
