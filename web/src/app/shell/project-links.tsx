/**
 * The projects in the sidebar. Each counts for itself: a write to one project asks one question, however many
 * projects there are.
 */
import type { Project } from '@holdfast/shared/entities/project';
import { memo } from 'react';
import { useActionContext } from '../../db/use-action-context';
import { useLiveKept } from '../../db/use-live';
import { liveOpenCount } from '../../features/projects/queries';
import { useDirectory } from '../../features/tasks/directory';
import { hueOf } from '../../features/tasks/hue-of';
import { SideLink } from '../../ui/sidebar';
import { screenToPath } from '../router/routes';
import { countWords } from './count-words';

export function ProjectLinks({ openId }: { openId: string | null }) {
  return useDirectory().projects.map((project) => (
    <ProjectLink key={project.id} project={project} current={project.id === openId} />
  ));
}

const ProjectLink = memo(function ProjectLink({ project, current }: { project: Project; current: boolean }) {
  const { workspaceId } = useActionContext();
  const open = useLiveKept(liveOpenCount(workspaceId, project.id), [workspaceId, project.id]);
  return (
    <SideLink
      href={screenToPath({ name: 'project', id: project.id })}
      label={project.name}
      hue={hueOf(project.color)}
      current={current}
      end={countWords(open.state === 'ready' ? open.value : 0)}
    />
  );
});
