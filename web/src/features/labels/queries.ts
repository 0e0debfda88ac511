import type { Label } from '@holdfast/shared/entities/label';
import type { Query } from '../../db/live';

/** By name; deleted ones left out. */
export const liveLabels =
  (workspaceId: string): Query<readonly Label[]> =>
  (read) =>
    read.rows('label', { index: 'list', from: [workspaceId, 0] });
