/** Whether a task answers a saved question. Pure. */
import { isOpen, type Task } from '@holdfast/shared/entities/task';
import { plusDays } from '../../ui/month';
import { type DueWord, type FilterQuery, isUnknown, type KnownPart, type Part } from './query';

export interface Asking {
  readonly today: string;
  readonly me: string;
}

export type Asked = Pick<
  Task,
  'title' | 'description' | 'projectId' | 'labels' | 'assigneeId' | 'priority' | 'status' | 'dueOn'
>;

/** A part that this version does not know excludes nothing, and finds nothing by itself. */
export function matches(
  query: FilterQuery,
  task: Asked,
  asking: Asking,
  closedToo = wantsClosed(query),
): boolean {
  if (!closedToo && !isOpen(task.status)) return false;
  const known = query.parts.filter((part) => !isUnknown(part));
  if (query.join === 'all') return known.every((part) => partMatches(part, task, asking));
  return known.some((part) => partMatches(part, task, asking));
}

/** Finished ones are found only by who asks for them. */
export const wantsClosed = ({ parts }: Pick<FilterQuery, 'parts'>): boolean =>
  parts.some((part) => 'status' in part && !part.not && part.status.some((status) => !isOpen(status)));

function partMatches(part: Part, task: Asked, asking: Asking): boolean {
  if (isUnknown(part)) return true;
  return holds(part, task, asking) !== (part.not ?? false);
}

function holds(part: KnownPart, task: Asked, { today, me }: Asking): boolean {
  if ('project' in part) return part.project.includes(task.projectId ?? '');
  if ('label' in part)
    return task.labels.length === 0
      ? part.label.includes('')
      : task.labels.some((label) => part.label.includes(label));
  if ('person' in part)
    return part.person.some((person) => (person === 'me' ? me : person) === (task.assigneeId ?? ''));
  if ('priority' in part) return part.priority.includes(task.priority);
  if ('status' in part) return part.status.includes(task.status);
  if ('text' in part) return says(task, part.text);
  return isWithin(task.dueOn, part.due, today);
}

function says(task: Asked, text: string): boolean {
  const all = foldedOf(task);
  return fold(text)
    .split(/\s+/)
    .every((word) => all.includes(word));
}

/** Rows never change: one that stays in memory is folded once. */
function foldedOf(task: Asked): string {
  const before = folded.get(task);
  if (before !== undefined) return before;
  const words = fold(`${task.title}\n${task.description}`);
  folded.set(task, words);
  return words;
}
const folded = new WeakMap<Asked, string>();

/** Small letters without their marks: "Café" is found by "cafe". */
const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

function isWithin(dueOn: string | null, due: DueWord | readonly (string | null)[], today: string): boolean {
  if (due === 'none') return dueOn === null;
  if (dueOn === null) return false;
  const [from, to] = daysOf(due, today);
  return (from === null || dueOn >= from) && (to === null || dueOn <= to);
}

/** The first and the last day; null is open. */
export function daysOf(
  due: Exclude<DueWord, 'none'> | readonly (string | null)[],
  today: string,
): readonly [string | null, string | null] {
  if (due === 'overdue') return [null, plusDays(today, -1)];
  if (due === 'today') return [today, today];
  if (due === 'tomorrow') return [plusDays(today, 1), plusDays(today, 1)];
  if (due === 'week') return [today, plusDays(today, 6)];
  if (due === 'any') return [null, null];
  const [from = null, to = null] = due;
  return [from, to];
}
