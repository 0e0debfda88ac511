/** Where to go: the inbox, the projects with their numbers, and on the way a new project. */

import type { Project } from '@holdfast/shared/entities/project';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useActionContext } from '../../db/use-action-context';
import { useLiveKept } from '../../db/use-live';
import { type DueInProject, liveDueByProject } from '../../features/projects/due-by-project';
import { NewProject } from '../../features/projects/new-project';
import { liveOpenCount, liveProjects } from '../../features/projects/queries';
import { useDirectory } from '../../features/tasks/directory';
import { rowDueWords } from '../../features/tasks/due-words';
import { hueOf } from '../../features/tasks/hue-of';
import { ReadTrouble } from '../../features/tasks/read-trouble';
import { liveTaskCounts } from '../../features/tasks/today-query';
import { Page } from '../../ui/app-frame';
import { Button } from '../../ui/button';
import { Empty } from '../../ui/empty';
import { HashIcon, InboxIcon, PlusIcon } from '../../ui/icons';
import { LineLink } from '../../ui/line';
import { Pebble } from '../../ui/marks';
import { PageHeader } from '../../ui/page-header';
import { SectionHeader } from '../../ui/section-header';
import { number } from '../../words/number';
import { useWords } from '../../words/use-words';
import { appWords } from '../words';
import { FilterLines } from './filter-lines';
import { ViewLines } from './view-lines';
import { pageWords } from './words';

export interface ProjectsPageProps {
  sync: ReactNode;
  banner: ReactNode;
  go: (path: string) => void;
}

export function ProjectsPage({ sync, banner, go }: ProjectsPageProps) {
  const t = useWords(appWords);
  const p = useWords(pageWords);
  const { workspaceId } = useActionContext();
  const { today, me, members, labels, mayWrite } = useDirectory();
  const [making, setMaking] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const live = useLiveKept(liveProjects(workspaceId), [workspaceId, attempt]);
  const archived = useLiveKept(liveProjects(workspaceId, true), [workspaceId, attempt]);
  const whose = members.length > 1 ? { me } : null;
  const counts = useLiveKept(liveTaskCounts(workspaceId, { date: today }, whose), [
    workspaceId,
    today,
    me,
    whose === null,
  ]);
  const due = useLiveKept(liveDueByProject(workspaceId, today), [workspaceId, today]);
  const projects = live.state === 'ready' ? live.value : null;
  const newButton = mayWrite && (
    <Button kind="text" size="head" onClick={() => setMaking(true)}>
      {p.new}
    </Button>
  );
  return (
    <Page banner={banner} header={<PageHeader title={t.projects} sync={sync} />}>
      {live.state === 'error' && (
        <ReadTrouble failure={live.failure} onRetry={() => setAttempt((was) => was + 1)} />
      )}
      <ul className="rows">
        <LineLink
          href="/inbox"
          mark={<InboxIcon className="text-kelp" />}
          title={t.inbox}
          end={
            counts.state === 'ready' &&
            counts.value.inbox > 0 && <span className="num">{number(counts.value.inbox)}</span>
          }
        />
        <ViewLines />
      </ul>
      {projects && (
        <>
          <SectionHeader title={t.projects} count={projects.length} action={newButton} />
          {projects.length === 0 && (
            <Empty
              art="project"
              title={p.noProjectsYet}
              fact={p.whatProjectsAreFor}
              action={
                mayWrite && (
                  <Button icon={<PlusIcon />} onClick={() => setMaking(true)}>
                    {t.newProject}
                  </Button>
                )
              }
            />
          )}
          <ul className={projects.length > 0 ? 'rows' : undefined}>
            {projects.map((project) => (
              <ProjectLine
                key={project.id}
                project={project}
                due={due.state === 'ready' ? due.value.get(project.id) : undefined}
                today={today}
              />
            ))}
          </ul>
        </>
      )}
      {archived.state === 'ready' && archived.value.length > 0 && (
        <>
          <SectionHeader title={p.archivedProjects} count={archived.value.length} />
          <ul className="rows">
            {archived.value.map((project) => (
              <LineLink
                key={project.id}
                href={`/p/${project.id}`}
                mark={<Pebble large hue={hueOf(project.color)} />}
                title={project.name}
              />
            ))}
          </ul>
        </>
      )}
      <FilterLines />
      {labels.length > 0 && (
        <>
          <SectionHeader title={p.labels} count={labels.length} />
          <ul className="rows">
            {labels.map((label) => (
              <LineLink key={label.id} href={`/labels/${label.id}`} mark={<HashIcon />} title={label.name} />
            ))}
          </ul>
        </>
      )}
      <NewProject open={making} onClose={() => setMaking(false)} onMade={(id) => go(`/p/${id}`)} />
    </Page>
  );
}

interface ProjectLineProps {
  project: Project;
  due: DueInProject | undefined;
  today: string;
}

function ProjectLine({ project, due, today }: ProjectLineProps) {
  const p = useWords(pageWords);
  const { workspaceId } = useActionContext();
  const open = useLiveKept(liveOpenCount(workspaceId, project.id), [workspaceId, project.id]);
  return (
    <LineLink
      href={`/p/${project.id}`}
      mark={<Pebble large hue={hueOf(project.color)} />}
      title={project.name}
      detail={
        open.state === 'ready' ? <span className="block truncate">{words(open.value)}</span> : undefined
      }
    />
  );

  function words(count: number): string {
    if (count === 0) return p.nothingOpen;
    const counted = p.openCount(count);
    if (due && due.overdue > 0) return p.openAndOverdue({ open: counted, overdue: due.overdue });
    if (!due?.next) return counted;
    const { title, dueOn, dueTime } = due.next;
    return p.openAndNext({ open: counted, title, when: rowDueWords(dueOn, dueTime, today) });
  }
}
