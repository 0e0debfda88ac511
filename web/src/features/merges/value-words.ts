/** The value of any field that people edit, as they would say it. Pure. */
import { entityByName } from '@holdfast/shared/entities/index';
import { midSentence } from '../../words/letter-case';
import { listed } from '../../words/list';
import { colorName } from '../projects/color-names';
import { dayWords } from '../tasks/due-words';
import { durationWords } from '../tasks/duration';
import { priorityOf } from '../tasks/priority-words';
import { repeatWords } from '../tasks/repeat-words';
import { statusOf } from '../tasks/status-words';
import { valueMessages } from './value-messages';

export interface Wording {
  /** The name of a row, or of the person of an account (`member`), as far as this device knows it. */
  readonly nameOf: (entity: string, id: string) => string | null;
  /** `YYYY-MM-DD` in the reader's own time zone. */
  readonly today: string;
  /** A moment: "14:02", "Yesterday, 14:02", "3 March, 14:02". */
  readonly moment: (at: number) => string;
}

type Message = Exclude<keyof ReturnType<typeof valueMessages.get>, 'quoted'>;

/** Longer texts are cut: the review shows them whole. */
const LONGEST = 80;

export function valueWords(entity: string, field: string, value: unknown, wording: Wording): string {
  const t = valueMessages.get();
  if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0))
    return t[EMPTY[field] ?? 'nothing'];
  const own = OWN[field];
  if (own) return own(value, wording);
  const known = entityByName(entity)?.fields[field];
  const nameOf = (id: unknown) => wording.nameOf(known?.references ?? '', String(id)) ?? t.unknownRow;
  if (known?.references && typeof value === 'string') return nameOf(value);
  if (known?.references && Array.isArray(value)) return listed(value.map(nameOf));
  if (known?.sql === 'date' && typeof value === 'string') return dayWords(value, wording.today);
  if (known?.sql === 'bigint' && typeof value === 'number') return wording.moment(value);
  if (typeof value === 'boolean') return value ? t.yes : t.no;
  if (typeof value === 'string' && (known?.merge === 'text' || QUOTED.has(field)))
    return t.quoted({ text: cut(value) });
  return typeof value === 'string' || typeof value === 'number' ? cut(String(value)) : t.somethingElse;
}

const EMPTY: { readonly [field: string]: Message } = {
  assigneeId: 'nobody',
  projectId: 'theInbox',
  sectionId: 'noSection',
  parentId: 'noParent',
  startOn: 'noDate',
  dueOn: 'noDate',
  dueTime: 'noTime',
  labels: 'none',
  doneAt: 'notDone',
  archivedAt: 'notArchived',
  remindAt: 'never',
  recurrence: 'never',
  estimateMinutes: 'none',
};

const QUOTED: ReadonlySet<string> = new Set(['name', 'query', 'blockedReason']);

const OWN: { readonly [field: string]: (value: unknown, wording: Wording) => string } = {
  status: (value) => statusOf(String(value)).label,
  priority: (value) => priorityOf(Number(value)).label,
  assigneeId: (value, { nameOf }) => nameOf('member', String(value)) ?? valueMessages.get().somebody,
  labels: (value, { nameOf }) =>
    Array.isArray(value)
      ? value.map((id) => `#${nameOf('label', String(id)) ?? '…'}`).join(' ')
      : valueMessages.get().none,
  doneAt: () => valueMessages.get().done,
  archivedAt: () => valueMessages.get().archived,
  recurrence: (value) => midSentence(repeatWords(String(value))),
  repeatFrom: (value) => valueMessages.get()[value === 'completion' ? 'dayItIsDone' : 'dueDate'],
  estimateMinutes: (value) => durationWords(Number(value)),
  color: (value) => colorName(String(value)),
  position: () => valueMessages.get().anotherPlace,
};

function cut(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const letters = [...line];
  return letters.length <= LONGEST ? line : `${letters.slice(0, LONGEST).join('').trimEnd()}…`;
}
