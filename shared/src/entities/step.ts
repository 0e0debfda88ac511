import { defineEntity, type RowOf } from './define-entity';
import { optionalInstant, position, reference, words } from './fields';

/** One line of a task's checklist. */
export const step = defineEntity({
  name: 'step',
  lane: 'synced',
  label: ['step', 'steps'],
  capability: 'write',
  fields: {
    taskId: reference('task', { merge: 'fixed', references: 'task' }),
    title: words('step', 1, 500, { keptOnDelete: true }),
    doneAt: optionalInstant('done'),
    position: position(),
  },
  indexes: {
    task: (row) => [row.workspaceId, row.taskId, row.deletedAt === null ? 0 : 1, row.position, row.id],
  },
});

export type Step = RowOf<typeof step>;
