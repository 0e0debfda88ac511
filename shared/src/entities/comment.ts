import { defineEntity, type RowOf } from './define-entity';
import { reference, words } from './fields';

export const comment = defineEntity({
  name: 'comment',
  lane: 'synced',
  label: ['comment', 'comments'],
  capability: 'write',
  fields: {
    taskId: reference('task', { merge: 'fixed', references: 'task' }),
    body: words('comment', 1, 20_000, { keptOnDelete: true }),
  },
  indexes: {
    task: (row) => [row.workspaceId, row.taskId, row.deletedAt === null ? 0 : 1, row.createdAt, row.id],
  },
});

export type Comment = RowOf<typeof comment>;
