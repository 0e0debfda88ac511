/** What was deleted in the last 90 days, and the way back. */
import type { Project } from '@holdfast/shared/entities/project';
import type { Task } from '@holdfast/shared/entities/task';
import { useMemo, useState } from 'react';
import { useActionContext } from '../../db/use-action-context';
import { useLiveKept } from '../../db/use-live';
import type { WriteResult } from '../../db/write-result';
import { restoreProject } from '../../features/projects/actions';
import { restoreTask } from '../../features/tasks/actions';
import { useDirectory } from '../../features/tasks/directory';
import { hueOf } from '../../features/tasks/hue-of';
import { LongRows, type RowPlacement } from '../../features/tasks/long-rows';
import { ReadTrouble } from '../../features/tasks/read-trouble';
import { useWriter } from '../../features/undo/undo-provider';
import { daysLeft, liveTrash } from '../../features/views/trash';
import { viewsWords } from '../../features/views/words';
import { Page } from '../../ui/app-frame';
import { Button } from '../../ui/button';
import { Empty } from '../../ui/empty';
import { PageHeader } from '../../ui/page-header';
import { Row, RowPlace, RowWhen } from '../../ui/row';
import { sayOf } from '../../ui/say';
import { SectionHeader } from '../../ui/section-header';
import { useWords } from '../../words/use-words';
import type { ListPageProps } from './list-page-props';

export function TrashPage({ sync, banner, openTaskId }: ListPageProps) {
  const t = useWords(viewsWords);
  const ctx = useActionContext();
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const [now] = useState(() => ctx.now());
  const [attempt, setAttempt] = useState(0);
  const live = useLiveKept(liveTrash(ctx.workspaceId, now), [ctx.workspaceId, now, attempt]);
  const trash = live.state === 'ready' ? live.value : null;
  const list = { scroller, now, openTaskId };
  return (
    <Page
      scrollRef={setScroller}
      banner={banner}
      header={<PageHeader title={t.trash} sync={sync} sub={t.trashKeeps} />}
    >
      {live.state === 'error' && (
        <ReadTrouble failure={live.failure} onRetry={() => setAttempt((was) => was + 1)} />
      )}
      {trash && trash.projects.length + trash.tasks.length === 0 && (
        <Empty art="inbox" page title={t.nothingInTrash} fact={t.nothingInTrashFact} />
      )}
      {trash && trash.projects.length > 0 && (
        <>
          <SectionHeader title={t.projects} count={trash.projects.length} />
          <Deleted
            label={t.deletedProjects}
            rows={trash.projects}
            hrefOf={(project: Project) => `/p/${project.id}`}
            restore={(project) => restoreProject(ctx, project)}
            {...list}
          />
        </>
      )}
      {trash && trash.tasks.length > 0 && (
        <>
          <SectionHeader title={t.tasks} count={trash.tasks.length} />
          <Deleted
            label={t.deletedTasks}
            rows={trash.tasks}
            hrefOf={(task: Task) => `/t/${task.id}`}
            restore={(task) => restoreTask(ctx, task)}
            {...list}
          />
        </>
      )}
    </Page>
  );
}

interface DeletedProps<T> {
  label: string;
  rows: readonly T[];
  scroller: HTMLElement | null;
  now: number;
  openTaskId: string | null;
  hrefOf: (row: T) => string;
  restore: (row: T) => Promise<WriteResult>;
}

function Deleted<T extends Task | Project>({ label, rows, scroller, ...each }: DeletedProps<T>) {
  const byId = useMemo(() => new Map(rows.map((row) => [row.id, row])), [rows]);
  const ids = useMemo(() => rows.map((row) => row.id), [rows]);
  const draw = (id: string, place: RowPlacement) => {
    const row = byId.get(id);
    return row && <DeletedRow key={id} row={row} place={place} {...each} />;
  };
  return <LongRows label={label} ids={ids} scroller={scroller} row={draw} />;
}

interface DeletedRowProps<T> extends Pick<DeletedProps<T>, 'now' | 'hrefOf' | 'restore' | 'openTaskId'> {
  row: T;
  place: RowPlacement;
}

function DeletedRow<T extends Task | Project>(props: DeletedRowProps<T>) {
  const { row, place, now, openTaskId, hrefOf, restore } = props;
  const t = useWords(viewsWords);
  const { write } = useWriter();
  const { mayWrite, projectById } = useDirectory();
  const title = 'title' in row ? row.title : row.name;
  const project = 'projectId' in row && row.projectId !== null ? projectById.get(row.projectId) : undefined;
  return (
    <Row
      ref={place.ref}
      index={place.index}
      count={place.count}
      data-row={row.id}
      href={hrefOf(row)}
      replace={openTaskId !== null}
      current={openTaskId === row.id}
      title={title}
      facts={
        <>
          <RowWhen>{t.daysLeft(daysLeft(row.deletedAt ?? now, now))}</RowWhen>
          <RowPlace name={project?.name} hue={project && hueOf(project.color)} />
        </>
      }
      face={
        mayWrite && (
          <Button
            kind="text"
            size="head"
            aria-label={t.restoreIt({ title })}
            onClick={() => void write([restore(row)], { said: sayOf(t.restored, title) })}
          >
            {t.restore}
          </Button>
        )
      }
    />
  );
}
