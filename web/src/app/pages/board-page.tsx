/** One project as a board: a column for each status, a card for each task. */
import type { Task } from '@holdfast/shared/entities/task';
import { useEffect, useRef, useState } from 'react';
import { useActionContext } from '../../db/use-action-context';
import { useLiveKept } from '../../db/use-live';
import { setStatus } from '../../features/tasks/actions';
import { COLUMNS, type ColumnStatus, type Columns, liveColumns } from '../../features/tasks/board-columns';
import { useDirectory } from '../../features/tasks/directory';
import { hueOf } from '../../features/tasks/hue-of';
import { ReadTrouble } from '../../features/tasks/read-trouble';
import { statusOf } from '../../features/tasks/status-words';
import { TaskCard } from '../../features/tasks/task-card';
import { useRowMarks } from '../../features/tasks/use-row-marks';
import { useWriter } from '../../features/undo/undo-provider';
import { Board, focusCard } from '../../ui/board';
import { Button, ButtonLink } from '../../ui/button';
import { Empty } from '../../ui/empty';
import { IconButton } from '../../ui/icon-button';
import { PlusIcon } from '../../ui/icons';
import { Pebble, StatusMark } from '../../ui/marks';
import type { ListPageProps } from './list-page-props';
import { ProjectViews } from './project-views';

/** So many cards of a column at first. */
const FIRST = 50;

export function BoardPage({ id, sync, banner, ...list }: ListPageProps & { id: string }) {
  const { workspaceId } = useActionContext();
  const { projectById } = useDirectory();
  const [attempt, setAttempt] = useState(0);
  const live = useLiveKept(liveColumns(workspaceId, id), [workspaceId, id, attempt]);
  const project = projectById.get(id);
  return (
    <div className="board-page">
      <header className="top items-center">
        <h1 className="top-title flex min-w-0 flex-1 items-center gap-2 text-lead">
          {project && <Pebble large hue={hueOf(project.color)} />}
          <span className="min-w-0 truncate">{project?.name ?? 'Board'}</span>
        </h1>
        <ProjectViews id={id} current="board" />
        {sync}
      </header>
      {banner}
      {live.state === 'error' && (
        <ReadTrouble failure={live.failure} onRetry={() => setAttempt((was) => was + 1)} />
      )}
      {live.state === 'ready' && !project && (
        <Empty
          art="project"
          page
          title="This project is not here"
          fact="It may be deleted, in another workspace, or not have come to this device yet."
          action={<ButtonLink href="/projects">All projects</ButtonLink>}
        />
      )}
      {live.state === 'ready' && project && (
        <Cards columns={live.value} label={`Board of ${project.name}`} {...list} />
      )}
    </div>
  );
}

interface CardsProps extends Omit<ListPageProps, 'sync' | 'banner'> {
  columns: Columns;
  label: string;
}

function Cards({ columns, label, openTaskId, onNewTask }: CardsProps) {
  const ctx = useActionContext();
  const { mayWrite } = useDirectory();
  const { write } = useWriter();
  const [all, setAll] = useState<ReadonlySet<ColumnStatus>>(new Set());
  const shown = (status: ColumnStatus) =>
    all.has(status) ? columns[status] : columns[status].slice(0, FIRST);
  const moved = useRef<{ readonly id: string; readonly to: ColumnStatus } | null>(null);
  const markOf = useRowMarks(COLUMNS.flatMap((status) => shown(status).map((task) => task.id)));

  async function move(task: Task, status: ColumnStatus): Promise<void> {
    if (task.status === status) return;
    moved.current = { id: task.id, to: status };
    const refusal = await write([setStatus(ctx, task, status)], {
      said: `Moved to ${statusOf(status).label}`,
    });
    if (refusal !== null) moved.current = null;
  }

  // The card stands anew in another column: the focus goes along, wherever the closing menu left it.
  useEffect(() => {
    const { id, to } = moved.current ?? {};
    if (id === undefined || to === undefined || !columns[to].some((task) => task.id === id)) return;
    moved.current = null;
    focusCard(id);
  }, [columns]);

  return (
    <Board
      label={label}
      columns={COLUMNS.map((status) => ({
        key: status,
        title: statusOf(status).label,
        mark: <StatusMark status={statusOf(status).shape} decorative />,
        count: columns[status].length,
        action: status === 'todo' && mayWrite && (
          <IconButton label="Add a task" icon={<PlusIcon />} onClick={onNewTask} />
        ),
        cards: shown(status).map((task) => (
          <TaskCard
            key={task.id}
            task={task}
            mark={markOf(task.id)}
            current={openTaskId === task.id}
            replace={openTaskId !== null}
            onMove={(moved, to) => void move(moved, to)}
          />
        )),
        foot: shown(status).length < columns[status].length && (
          <Button kind="text" onClick={() => setAll((was) => new Set([...was, status]))}>
            {(columns[status].length - FIRST).toLocaleString('en')} more
          </Button>
        ),
      }))}
    />
  );
}
