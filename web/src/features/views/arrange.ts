/** Tasks in the order and the groups that a person chose. Pure. */
import type { Task } from '@holdfast/shared/entities/task';
import { plusDays } from '../../ui/month';
import type { Group, Sort } from './view-choice';

/** The names and orders that tasks only have ids of. */
export interface Names {
  readonly today: string;
  readonly projects: readonly { readonly id: string }[];
  readonly labelById: ReadonlyMap<string, { readonly name: string }>;
  readonly memberByAccount: ReadonlyMap<string, { readonly name: string }>;
}

/** What a task is put in order and in groups by. */
export type Arranged = Pick<
  Task,
  | 'id'
  | 'projectId'
  | 'sectionId'
  | 'position'
  | 'dueOn'
  | 'dueTime'
  | 'priority'
  | 'status'
  | 'labels'
  | 'assigneeId'
>;

export interface TaskGroup {
  readonly by: Group;
  /** What its tasks have in common: an id, a number, a word of `DATE_GROUPS`; '' for what has none. */
  readonly value: string;
  readonly tasks: readonly Arranged[];
}

const DATE_GROUPS = ['overdue', 'today', 'tomorrow', 'week', 'later', ''] as const;
export type DateGroup = (typeof DATE_GROUPS)[number];
const STATUS_ORDER: readonly string[] = ['in_progress', 'blocked', 'todo', 'done', 'cancelled'];

export function arrange(
  tasks: readonly Arranged[],
  how: { readonly sort: Sort; readonly group: Group },
  names: Names,
): readonly TaskGroup[] {
  const sorted = sortTasks(tasks, how.sort, names);
  if (how.group === 'none') return [{ by: 'none', value: '', tasks: sorted }];
  const groups = new Map<string, Arranged[]>();
  for (const task of sorted) {
    const value = groupOf(task, how.group, names);
    const group = groups.get(value);
    if (group) group.push(task);
    else groups.set(value, [task]);
  }
  const rank = rankOf(how.group, names);
  return [...groups]
    .map(([value, its]) => ({ by: how.group, value, tasks: its }))
    .sort((a, b) => compare(rank(a.value), rank(b.value)));
}

/** Equal ones stay in the order that people gave. */
function sortTasks(tasks: readonly Arranged[], sort: Sort, names: Names): readonly Arranged[] {
  const placeOf = rankOf('project', names);
  const place = (task: Arranged): string => placeOf(task.projectId ?? '') + task.position + task.id;
  const first = sort === 'manual' ? () => '' : keyOf(sort, names);
  const keyed = tasks.map((task) => ({ task, key: first(task), place: place(task) }));
  keyed.sort((a, b) => compare(a.key, b.key) || compare(a.place, b.place));
  return keyed.map(({ task }) => task);
}

/** What a task is ordered by: strings that order as people expect. */
function keyOf(sort: Exclude<Sort, 'manual'>, names: Names): (task: Arranged) => string {
  const day = (task: Arranged) => `${task.dueOn ?? LAST}${task.dueTime ?? LAST}`;
  if (sort === 'date') return day;
  if (sort === 'priority') return (task) => `${9 - task.priority}${day(task)}`;
  const rank = rankOf(sort, names);
  return (task) => rank(groupOf(task, sort, names));
}

/** The group that a task belongs to. Of several labels the first by name. */
function groupOf(task: Arranged, group: Group, names: Names): string {
  if (group === 'date') return dateGroup(task.dueOn, names.today);
  if (group === 'priority') return String(task.priority);
  if (group === 'project') return task.projectId ?? '';
  if (group === 'person') return task.assigneeId ?? '';
  if (group === 'status') return task.status;
  if (group === 'label') return firstLabel(task, names);
  return '';
}

function firstLabel(task: Arranged, names: Names): string {
  const rank = rankOf('label', names);
  const known = task.labels.filter((id) => names.labelById.has(id));
  return known.reduce((first, id) => (first === '' || rank(id) < rank(first) ? id : first), '');
}

function dateGroup(dueOn: string | null, today: string): DateGroup {
  if (dueOn === null) return '';
  if (dueOn < today) return 'overdue';
  if (dueOn === today) return 'today';
  if (dueOn === plusDays(today, 1)) return 'tomorrow';
  return dueOn <= plusDays(today, 7) ? 'week' : 'later';
}

/** What orders the groups: none last; the Inbox, which is a place, first. */
function rankOf(group: Group, names: Names): (value: string) => string {
  if (group === 'date') return (value) => String(DATE_GROUPS.indexOf(value as DateGroup));
  if (group === 'priority') return (value) => String(9 - Number(value));
  if (group === 'status') return (value) => rankIn(STATUS_ORDER, value);
  if (group === 'project') {
    const order = new Map(names.projects.map((project, at) => [project.id, String(at + 1).padStart(5, '0')]));
    return (value) => (value === '' ? '00000' : (order.get(value) ?? LAST));
  }
  const byId = group === 'label' ? names.labelById : names.memberByAccount;
  return (value) => (value === '' ? LAST : (byId.get(value)?.name.toLowerCase() ?? LAST));
}

const rankIn = (order: readonly string[], value: string): string => {
  const at = order.indexOf(value);
  return at === -1 ? LAST : String(at);
};

const LAST = '\uffff';
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
