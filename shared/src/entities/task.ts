import { defineEntity, type RowOf } from './define-entity';
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
  search: ['title', 'description'],
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
  },
});

export type Task = RowOf<typeof task>;

/** Neither done nor cancelled. An unknown status of a newer server counts as open (PL5). */
export const isOpen = (status: string): boolean => status !== 'done' && status !== 'cancelled';
