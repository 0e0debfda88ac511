import { defineEntity, type RowOf } from './define-entity';
import { choice, name } from './fields';
import { COLORS } from './project';

export const label = defineEntity({
  name: 'label',
  lane: 'synced',
  label: ['label', 'labels'],
  capability: 'write',
  fields: {
    name: name('name', 100),
    color: choice('colour', COLORS, { initial: '1' }),
  },
  indexes: { list: (row) => [row.workspaceId, row.deletedAt === null ? 0 : 1, row.name, row.id] },
});

export type Label = RowOf<typeof label>;
