/** The value of any field that people edit, as they would say it. Pure. */
import { entityByName } from '@holdfast/shared/entities/index';
import { colorName } from '../projects/color-names';
import { dayWords } from '../tasks/due-words';
import { durationWords } from '../tasks/duration';
import { priorityOf } from '../tasks/priority-words';
import { repeatWords } from '../tasks/repeat-words';
import { statusOf } from '../tasks/status-words';

export interface Wording {
  /** The name of a row, or of the person of an account (`member`), as far as this device knows it. */
  readonly nameOf: (entity: string, id: string) => string | null;
  /** `YYYY-MM-DD` in the reader's own time zone. */
  readonly today: string;
  /** A moment: "14:02", "Yesterday, 14:02", "3 March, 14:02". */
  readonly moment: (at: number) => string;
}

/** "title", "due date"; a custom field by its own name. */
export function fieldLabel(entity: string, field: string): string {
  if (field.startsWith('custom.')) return field.slice('custom.'.length);
  return entityByName(entity)?.fields[field]?.label ?? field;
}

/** "Title": at the beginning of a line. */
export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** "every month": within a sentence. */
const small = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);

/** Longer texts are cut: the review shows them whole. */
const LONGEST = 80;

export function valueWords(entity: string, field: string, value: unknown, wording: Wording): string {
  if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0))
    return EMPTY[field] ?? 'nothing';
  const own = OWN[field];
  if (own) return own(value, wording);
  const known = entityByName(entity)?.fields[field];
  if (known?.references && typeof value === 'string')
    return wording.nameOf(known.references, value) ?? UNKNOWN;
  if (known?.references && Array.isArray(value))
    return value.map((id) => wording.nameOf(known.references ?? '', String(id)) ?? UNKNOWN).join(', ');
  if (known?.sql === 'date' && typeof value === 'string') return dayWords(value, wording.today);
  if (known?.sql === 'bigint' && typeof value === 'number') return wording.moment(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string' && (known?.merge === 'text' || QUOTED.has(field))) return quoted(value);
  return typeof value === 'string' || typeof value === 'number' ? cut(String(value)) : 'something else';
}

const UNKNOWN = 'one that is not on this device';

const EMPTY: { readonly [field: string]: string } = {
  assigneeId: 'nobody',
  projectId: 'the Inbox',
  sectionId: 'no section',
  parentId: 'no task above it',
  startOn: 'no date',
  dueOn: 'no date',
  dueTime: 'no time',
  labels: 'none',
  doneAt: 'not done',
  archivedAt: 'not archived',
  remindAt: 'never',
  recurrence: 'never',
  estimateMinutes: 'none',
};

const QUOTED: ReadonlySet<string> = new Set(['name', 'query', 'blockedReason']);

const OWN: { readonly [field: string]: (value: unknown, wording: Wording) => string } = {
  status: (value) => statusOf(String(value)).label,
  priority: (value) => priorityOf(Number(value)).label,
  assigneeId: (value, { nameOf }) => nameOf('member', String(value)) ?? 'somebody',
  labels: (value, { nameOf }) =>
    Array.isArray(value) ? value.map((id) => `#${nameOf('label', String(id)) ?? '…'}`).join(' ') : 'none',
  doneAt: () => 'done',
  archivedAt: () => 'archived',
  recurrence: (value) => small(repeatWords(String(value))),
  repeatFrom: (value) => (value === 'completion' ? 'the day it is done' : 'the due date'),
  estimateMinutes: (value) => durationWords(Number(value)),
  color: (value) => colorName(String(value)),
  position: () => 'another place',
};

const quoted = (text: string): string => `“${cut(text)}”`;

function cut(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const letters = [...line];
  return letters.length <= LONGEST ? line : `${letters.slice(0, LONGEST).join('').trimEnd()}…`;
}
