/** What the screens ask about projects. Pass each to `useLive`. */
import type { Project } from '@holdfast/shared/entities/project';
import type { Query } from '../../db/live';

/** In the order that people gave; archived ones apart, deleted ones left out. */
export const liveProjects =
  (workspaceId: string, archived = false): Query<readonly Project[]> =>
  (read) =>
    read.rows('project', { index: 'list', from: [workspaceId, 0, archived ? 1 : 0] });

/** How many open tasks a project has, counted on the index alone. */
export const liveOpenCount =
  (workspaceId: string, projectId: string): Query<number> =>
  (read) =>
    read.count('task', { index: 'place', from: [workspaceId, 0, projectId, 0] });

/** One project, deleted or not. */
export const liveProject =
  (workspaceId: string, id: string): Query<Project | null> =>
  (read) =>
    read.row('project', workspaceId, id);
