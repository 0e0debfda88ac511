import { defineEntity, type RowOf } from './define-entity';
import { name } from './fields';

/** The workspace's own row: its id is the workspace's id. */
export const workspace = defineEntity({
  name: 'workspace',
  lane: 'pulled',
  label: ['workspace', 'workspaces'],
  capability: 'rename',
  fields: { name: name('name', 200) },
});

export type Workspace = RowOf<typeof workspace>;
