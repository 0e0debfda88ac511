import { defineEntity, type RowOf } from './define-entity';
import { name, position, reference } from './fields';

/** A named part of a project's list. */
export const section = defineEntity({
  name: 'section',
  lane: 'synced',
  label: ['section', 'sections'],
  capability: 'write',
  fields: {
    projectId: reference('project', { merge: 'fixed', references: 'project' }),
    name: name('name', 200),
    position: position(),
  },
  indexes: {
    project: (row) => [row.workspaceId, row.projectId, row.deletedAt === null ? 0 : 1, row.position, row.id],
  },
});

export type Section = RowOf<typeof section>;
