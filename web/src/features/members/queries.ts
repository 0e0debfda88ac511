import type { Member } from '@holdfast/shared/entities/member';
import type { Query } from '../../db/live';

/** By name; people who were removed left out. */
export const liveMembers =
  (workspaceId: string): Query<readonly Member[]> =>
  (read) =>
    read.rows('member', { index: 'list', from: [workspaceId, 0] });
