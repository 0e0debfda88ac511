/**
 * The projects in the sidebar. Each counts for itself: a write to one project asks one question, however many
 * projects there are.
 */
import type { Project } from '@holdfast/shared/entities/project';
import { memo, useEffect, useState } from 'react';
import { useActionContext } from '../../db/use-action-context';
import { useLiveKept } from '../../db/use-live';
import { liveOpenCount } from '../../features/projects/queries';
import { useDirectory } from '../../features/tasks/directory';
import { hueOf } from '../../features/tasks/hue-of';
import { whenIdle } from '../../platform/idle';
import { SideLink } from '../../ui/sidebar';
import { screenToPath } from '../router/routes';
import { countWords } from './count-words';

export function ProjectLinks({ openId }: { openId: string | null }) {
  const counting = useIdle();
  return useDirectory().projects.map((project) => (
    <ProjectLink key={project.id} project={project} current={project.id === openId} counting={counting} />
  ));
}

interface ProjectLinkProps {
  project: Project;
  current: boolean;
  /** Not before the list on the screen is there. */
  counting: boolean;
}

const ProjectLink = memo(function ProjectLink({ project, current, counting }: ProjectLinkProps) {
  const { workspaceId } = useActionContext();
  const open = useLiveKept(
    (read) => (counting ? liveOpenCount(workspaceId, project.id)(read) : Promise.resolve(0)),
    [workspaceId, project.id, counting],
    'beside',
  );
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

/** False until the page first has nothing to do. */
function useIdle(): boolean {
  const [idle, setIdle] = useState(false);
  useEffect(() => whenIdle(() => setIdle(true)), []);
  return idle;
}
