import { defineEntity, type RowOf } from './define-entity';
import { choice, name, optionalInstant, position } from './fields';

/** The six pebbles, `--cat-1` to `--cat-6`. */
export const COLORS = ['1', '2', '3', '4', '5', '6'] as const;

export const project = defineEntity({
  name: 'project',
  lane: 'synced',
  label: ['project', 'projects'],
  capability: 'write',
  fields: {
    name: name('name', 200),
    color: choice('colour', COLORS, { initial: '1' }),
    position: position(),
    archivedAt: optionalInstant('archived'),
  },
  indexes: {
    list: (row) => [
      row.workspaceId,
      row.deletedAt === null ? 0 : 1,
      row.archivedAt === null ? 0 : 1,
      row.position,
      row.id,
    ],
  },
});

export type Project = RowOf<typeof project>;
