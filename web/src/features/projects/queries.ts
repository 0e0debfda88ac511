/** What the screens ask about projects. Pass each to `useLive`. */
import type { Project } from '@holdfast/shared/entities/project';
import type { Query } from '../../db/live';

/** In the order that people gave; archived ones apart, deleted ones left out. */
export const liveProjects =
  (workspaceId: string, archived = false): Query<readonly Project[]> =>
  (read) =>
    read.rows('project', { index: 'list', from: [workspaceId, 0, archived ? 1 : 0] });

export interface ProjectWithCount {
  readonly project: Project;
  readonly open: number;
}

export const liveProjectsWithCounts =
  (workspaceId: string): Query<readonly ProjectWithCount[]> =>
  async (read) => {
    const projects = await read.rows('project', { index: 'list', from: [workspaceId, 0, 0] });
    const counts = await Promise.all(
      projects.map((project) =>
        read.count('task', { index: 'place', from: [workspaceId, 0, project.id, 0] }),
      ),
    );
    return projects.map((project, i) => ({ project, open: counts[i] ?? 0 }));
  };

/** One project, deleted or not. */
export const liveProject =
  (workspaceId: string, id: string): Query<Project | null> =>
  (read) =>
    read.row('project', workspaceId, id);

export const liveDeletedProjects =
  (workspaceId: string): Query<readonly Project[]> =>
  (read) =>
    read.rows('project', { index: 'list', from: [workspaceId, 1] });
