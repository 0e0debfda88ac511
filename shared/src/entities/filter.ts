import { defineEntity, type RowOf } from './define-entity';
import { name, position } from './fields';

/** A saved question over tasks. */
export const filter = defineEntity({
  name: 'filter',
  lane: 'synced',
  label: ['filter', 'filters'],
  capability: 'write',
  fields: {
    name: name('name', 200),
    query: name('query', 2000),
    position: position(),
  },
  indexes: { list: (row) => [row.workspaceId, row.deletedAt === null ? 0 : 1, row.position, row.id] },
});

export type Filter = RowOf<typeof filter>;
