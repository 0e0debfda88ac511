/** One project as a board: a column for each status, a card for each task. */
import { useState } from 'react';
import { useActionContext } from '../../db/use-action-context';
import { useLiveKept } from '../../db/use-live';
import { type ColumnStatus, liveBoard } from '../../features/board/columns';
import { ProjectBoard } from '../../features/board/project-board';
import { boardWords } from '../../features/board/words';
import { ProjectMenu, ProjectName } from '../../features/projects/project-menu';
import { useDirectory } from '../../features/tasks/directory';
import { ReadTrouble } from '../../features/tasks/read-trouble';
import { ButtonLink } from '../../ui/button';
import { Empty } from '../../ui/empty';
import { useWords } from '../../words/use-words';
import type { ListPageProps } from './list-page-props';
import { ProjectViews } from './project-views';

export interface BoardPageProps extends ListPageProps {
  id: string;
  /** The project was archived or deleted here. */
  onGone: () => void;
  /** A new task in this column. */
  onNewTaskIn: (status: ColumnStatus) => void;
}

export function BoardPage({ id, sync, banner, openTaskId, onGone, onNewTaskIn }: BoardPageProps) {
  const t = useWords(boardWords);
  const { workspaceId } = useActionContext();
  const { mayWrite, projectById } = useDirectory();
  const [attempt, setAttempt] = useState(0);
  const live = useLiveKept(liveBoard(workspaceId, id), [workspaceId, id, attempt]);
  const project = projectById.get(id);
  return (
    <div className="board-page">
      <header className="top items-center">
        <h1 className="top-title top-words flex items-center gap-2 text-lead">
          {!project && <span className="min-w-0 truncate">{t.board}</span>}
          {project && !mayWrite && <ProjectName project={project} />}
          {project && mayWrite && <ProjectMenu project={project} onGone={onGone} byName />}
        </h1>
        <div className="top-acts">
          <ProjectViews id={id} current="board" brief />
          {sync}
        </div>
      </header>
      {banner}
      {live.state === 'error' && (
        <ReadTrouble failure={live.failure} onRetry={() => setAttempt((was) => was + 1)} />
      )}
      {live.state === 'ready' && !project && (
        <Empty
          art="project"
          page
          title={t.gone}
          fact={t.goneWhy}
          action={<ButtonLink href="/projects">{t.allProjects}</ButtonLink>}
        />
      )}
      {live.state === 'ready' && project && (
        <ProjectBoard
          rows={live.value}
          label={t.boardOf({ project: project.name })}
          openTaskId={openTaskId}
          onNewTaskIn={onNewTaskIn}
        />
      )}
    </div>
  );
}
