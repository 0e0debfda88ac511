/** One project as a list: its open tasks, what is done, and what can be done with the project itself. */
import type { Section } from '@holdfast/shared/entities/section';
import { useState } from 'react';
import { Redirect } from 'wouter';
import { useActionContext } from '../../db/use-action-context';
import { useLive } from '../../db/use-live';
import { restoreProject, unarchiveProject } from '../../features/projects/actions';
import { ProjectMenu } from '../../features/projects/project-menu';
import { liveProject } from '../../features/projects/queries';
import { NewSection } from '../../features/sections/new-section';
import { SectionsProvider } from '../../features/sections/sections-context';
import { sectionsWords } from '../../features/sections/words';
import { useDirectory } from '../../features/tasks/directory';
import { liveTaskList } from '../../features/tasks/queries';
import { ReadTrouble } from '../../features/tasks/read-trouble';
import { useWriter } from '../../features/undo/undo-provider';
import { liveProjectList } from '../../features/views/list-query';
import { useView } from '../../features/views/use-view';
import { Page } from '../../ui/app-frame';
import { Note } from '../../ui/banner';
import { Button, ButtonLink } from '../../ui/button';
import { Empty } from '../../ui/empty';
import { PlusIcon } from '../../ui/icons';
import { PageHeader } from '../../ui/page-header';
import { useWords } from '../../words/use-words';
import { appWords } from '../words';
import { AddFirst } from './add-first';
import { ArrangedList, ViewTools } from './arranged-list';
import type { ListPageProps } from './list-page-props';
import { ProjectViews, useRemembersBoard } from './project-views';
import { pageWords } from './words';

export interface ProjectPageProps extends ListPageProps {
  id: string;
  onGone: () => void;
}

/** The address of the project: the view that it had last. */
export function ProjectPage(props: ProjectPageProps) {
  const asBoard = useRemembersBoard(props.id);
  if (asBoard === null) return null;
  return asBoard ? <Redirect to={`/p/${props.id}/board`} replace /> : <ProjectList {...props} />;
}

function ProjectList({ id, onGone, sync, banner, ...list }: ProjectPageProps) {
  const t = useWords(appWords);
  const p = useWords(pageWords);
  const sectionsT = useWords(sectionsWords);
  const ctx = useActionContext();
  const { mayWrite, projectById } = useDirectory();
  const { write } = useWriter();
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const [attempt, setAttempt] = useState(0);
  const found = useLive(liveProject(ctx.workspaceId, id), [ctx.workspaceId, id, attempt]);
  const view = useView(
    `project/${id}`,
    USUAL,
    (choice) => liveProjectList(ctx.workspaceId, id, choice, liveTaskList(ctx.workspaceId, id)),
    [id, attempt],
  );
  const failed = found.state === 'error' ? found : view.live.state === 'error' ? view.live : null;
  const project = found.state === 'ready' ? found.value : null;
  const there = project !== null && project.deletedAt === null;
  const sections = view.live.state === 'ready' ? view.live.value.value.sections : NO_SECTIONS;
  const [adding, setAdding] = useState(false);
  const sectionEntry = [{ label: sectionsT.add, icon: <PlusIcon />, onSelect: () => setAdding(true) }];

  return (
    <Page
      scrollRef={setScroller}
      banner={banner}
      header={
        <PageHeader
          title={project?.name ?? projectById.get(id)?.name ?? t.project}
          sub={
            there && (
              <span className="md:hidden">
                <ProjectViews id={id} current="list" />
              </span>
            )
          }
          sync={
            <>
              {there && <ViewTools view={view} look="icon" without="project" />}
              {there && mayWrite && <ProjectMenu project={project} onGone={onGone} more={sectionEntry} />}
              {sync}
            </>
          }
          actions={
            there && (
              <>
                <ViewTools view={view} look="word" without="project" />
                <ProjectViews id={id} current="list" />
              </>
            )
          }
        />
      }
    >
      {failed && <ReadTrouble failure={failed.failure} onRetry={() => setAttempt((was) => was + 1)} />}
      {found.state === 'ready' && !there && (
        <Empty
          art="project"
          page
          title={project ? p.projectDeleted : p.projectNotHere}
          fact={project ? p.itsTasksToo : t.mayBeElsewhere}
          action={
            project && mayWrite ? (
              <Button onClick={() => void write([restoreProject(ctx, project)])}>{p.bringItBack}</Button>
            ) : (
              <ButtonLink href="/projects">{t.allProjects}</ButtonLink>
            )
          }
        />
      )}
      {there && project.archivedAt !== null && (
        <Note lead={p.archivedLead}>
          {p.nobodyAdds}{' '}
          {mayWrite && (
            <Button kind="text" onClick={() => void write([unarchiveProject(ctx, project)])}>
              {p.takeItBack}
            </Button>
          )}
        </Note>
      )}
      {there && view.live.state === 'ready' && (
        <SectionsProvider value={sections}>
          <ArrangedList
            title={project.name}
            listed={view.live.value.value.listed}
            parts={sections}
            choice={view.live.value.choice}
            scroller={scroller}
            hideProject
            addWords={project.archivedAt === null ? t.addATask : null}
            empty={
              <Empty
                art="project"
                page
                title={p.aNewProject}
                fact={p.firstTaskOrPaste}
                action={<AddFirst onNewTask={list.onNewTask} />}
              />
            }
            {...list}
          />
        </SectionsProvider>
      )}
      {adding && <NewSection projectId={id} open onClose={() => setAdding(false)} />}
    </Page>
  );
}

const NO_SECTIONS: readonly Section[] = [];
const USUAL = { whose: 'everyone', sort: 'manual', group: 'none' } as const;
