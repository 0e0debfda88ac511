import { defineEntity, type LocalKey, type RowOf } from './define-entity';
import {
  choice,
  customValues,
  idSet,
  level,
  optionalCount,
  optionalDay,
  optionalInstant,
  optionalReference,
  optionalText,
  optionalTime,
  position,
  words,
} from './fields';

export const STATUSES = ['todo', 'in_progress', 'blocked', 'done', 'cancelled'] as const;
export type Status = (typeof STATUSES)[number];

export const PRIORITY = { low: 1, normal: 2, high: 3, urgent: 4 } as const;

export const task = defineEntity({
  name: 'task',
  lane: 'synced',
  label: ['task', 'tasks'],
  capability: 'write',
  fields: {
    projectId: optionalReference('project', { references: 'project' }),
    parentId: optionalReference('parent task', { references: 'task' }),
    sectionId: optionalReference('section', { references: 'section' }),
    title: words('title', 1, 500, { keptOnDelete: true }),
    description: words('description', 0, 100_000, { keptOnDelete: true }),
    status: choice('status', STATUSES, { merge: 'status', initial: 'todo', keptOnDelete: true }),
    blockedReason: optionalText('reason', 500),
    priority: level('priority', 1, 4, { merge: 'priority', initial: PRIORITY.normal }),
    labels: idSet('labels', 100, { references: 'label' }),
    assigneeId: optionalReference('assignee', { merge: 'ask', keptOnDelete: true, ofMember: true }),
    startOn: optionalDay('start', { keptOnDelete: true }),
    dueOn: optionalDay('due date', { keptOnDelete: true }),
    dueTime: optionalTime('due time', { keptOnDelete: true }),
    remindAt: optionalInstant('reminder'),
    recurrence: optionalText('repeat', 500),
    repeatFrom: choice('repeats from', ['due', 'completion'], { initial: 'due' }),
    estimateMinutes: optionalCount('estimate', 1_000_000),
    dependsOn: idSet('waits for', 100, { references: 'task' }),
    position: position(),
    custom: customValues('custom fields'),
    completedAt: optionalInstant('completed', { merge: 'derived' }),
  },
  indexes: {
    /** A project's list (Inbox: ''), open before closed, in the order that people gave. */
    place: (row) => [
      row.workspaceId,
      row.deletedAt === null ? 0 : 1,
      row.projectId ?? '',
      isOpen(row.status) ? 0 : 1,
      row.position,
      row.id,
    ],
    /** What has a day, by day and time; closed ones apart. */
    due: (row) =>
      row.dueOn === null
        ? null
        : [
            row.workspaceId,
            row.deletedAt === null ? 0 : 1,
            isOpen(row.status) ? 0 : 1,
            row.dueOn,
            row.dueTime ?? '',
            row.position,
            row.id,
          ],
    /** What was finished, by when. */
    done: (row) =>
      row.completedAt === null
        ? null
        : [row.workspaceId, row.deletedAt === null ? 0 : 1, row.completedAt, row.id],
    /** The subtasks of one, open before closed, in the order that people gave. */
    parent: (row) =>
      row.parentId === null || row.deletedAt !== null
        ? null
        : [row.workspaceId, row.parentId, isOpen(row.status) ? 0 : 1, row.position, row.id],
    /** What is still to be reminded of, by when. */
    remind: (row) =>
      row.remindAt === null || row.deletedAt !== null || !isOpen(row.status)
        ? null
        : [row.workspaceId, row.remindAt, row.id],
  },
  /** What lists ask for beside place and day; each key ends with the day, what has none last. */
  facets: (row) => (row.deletedAt === null ? facetsOf(row) : []),
});

/** What a facet is about: a label it wears, who has it, who made it while nobody has it, and what is not as usual. */
export const FACET = { label: 'l', person: 'p', maker: 'm', priority: 'u', status: 's' } as const;
export type Facet = keyof typeof FACET;

/** The start of the keys of all tasks with that facet; `closed` ones have their labels alone. */
export const facetKey = (workspaceId: string, closed: 0 | 1, facet: Facet, value: string): LocalKey => [
  workspaceId,
  closed,
  FACET[facet],
  value,
];

/** In place of the day in the keys of what has none. */
export const NO_DAY = '~';

interface Faceted {
  readonly workspaceId: string;
  readonly status: string;
  readonly priority: number;
  readonly labels: readonly string[];
  readonly assigneeId: string | null;
  readonly createdBy: string;
  readonly dueOn: string | null;
}

function facetsOf(row: Faceted): readonly LocalKey[] {
  const closed = isOpen(row.status) ? 0 : 1;
  const key = (facet: Facet, value: string): LocalKey => [
    ...facetKey(row.workspaceId, closed, facet, value),
    row.dueOn ?? NO_DAY,
  ];
  const keys = row.labels.map((label) => key('label', label));
  if (closed) return keys;
  keys.push(row.assigneeId === null ? key('maker', row.createdBy) : key('person', row.assigneeId));
  if (row.priority !== PRIORITY.normal) keys.push(key('priority', String(row.priority)));
  if (row.status !== 'todo') keys.push(key('status', row.status));
  return keys;
}

export type Task = RowOf<typeof task>;

/** Neither done nor cancelled. An unknown status of a newer server counts as open (PL5). */
export const isOpen = (status: string): boolean => status !== 'done' && status !== 'cancelled';
