/** What a group of tasks is called, and whether it is late. */
import type { Directory } from '../tasks/directory';
import { priorityOf } from '../tasks/priority-words';
import { statusOf } from '../tasks/status-words';
import type { DateGroup, TaskGroup } from './arrange';
import type { viewsWords } from './words';

export function groupTitle(
  { by, value }: Pick<TaskGroup, 'by' | 'value'>,
  names: Pick<Directory, 'projectById' | 'labelById' | 'memberByAccount'>,
  t: ReturnType<typeof viewsWords.get>,
): string {
  if (by === 'date') return dateTitle(value as DateGroup, t);
  if (by === 'priority') return priorityOf(Number(value)).label;
  if (by === 'status') return statusOf(value).label;
  if (by === 'project') return value === '' ? t.inbox : (names.projectById.get(value)?.name ?? t.somewhere);
  if (by === 'person')
    return value === '' ? t.noPerson : (names.memberByAccount.get(value)?.name ?? t.somewhere);
  if (by === 'label') return value === '' ? t.noLabel : `#${names.labelById.get(value)?.name ?? ''}`;
  return '';
}

function dateTitle(value: DateGroup, t: ReturnType<typeof viewsWords.get>): string {
  if (value === '') return t.noDate;
  if (value === 'week') return t.nextDays;
  return t[value];
}
