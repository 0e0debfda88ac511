import type { Workspace } from '@holdfast/shared/entities/workspace';
import type { Query } from '../../db/live';

/** Every workspace that this device holds rows of; their names as last pulled. */
export const liveWorkspaces = (): Query<readonly Workspace[]> => async (read) =>
  (await read.everywhere('workspace')).filter((workspace) => workspace.deletedAt === null);
