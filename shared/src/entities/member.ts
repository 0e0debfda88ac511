import { ROLES } from '../access/roles';
import { defineEntity, type RowOf } from './define-entity';
import { choice, name, optionalInstant, optionalText, reference } from './fields';

/** An account in a workspace. Its id is `memberId(workspaceId, accountId)`. */
export const member = defineEntity({
  name: 'member',
  lane: 'pulled',
  label: ['member', 'members'],
  capability: 'invite',
  fields: {
    accountId: reference('account'),
    name: name('name', 200),
    avatar: optionalText('picture', 500),
    role: choice('role', ROLES),
    lastSeenAt: optionalInstant('last seen'),
    removedAt: optionalInstant('removed'),
  },
  indexes: { list: (row) => [row.workspaceId, row.removedAt === null ? 0 : 1, row.name, row.id] },
});

export type Member = RowOf<typeof member>;
