/** A task on a board: the whole card opens it, its menu moves it to another column. */
import { isOpen, type Task } from '@holdfast/shared/entities/task';
import { memo } from 'react';
import { Avatar } from '../../ui/avatar';
import { Card, type CardProps, LiftedCard } from '../../ui/board';
import { IconButton } from '../../ui/icon-button';
import { ChecklistIcon, MoreIcon } from '../../ui/icons';
import { NeedsYouMark, PendingMark, PriorityMark, StatusMark } from '../../ui/marks';
import { MenuButton } from '../../ui/menu-button';
import { RowCount, RowLabels, RowWhen } from '../../ui/row';
import { listed } from '../../words/list';
import { useWords } from '../../words/use-words';
import { useDirectory } from '../tasks/directory';
import { dueWords, isLate } from '../tasks/due-words';
import { priorityOf } from '../tasks/priority-words';
import { statusOf } from '../tasks/status-words';
import type { RowMark } from '../tasks/task-row';
import { COLUMNS, type ColumnStatus } from './columns';
import { boardWords } from './words';

interface Shown {
  task: Task;
  mark: RowMark;
  /** Titles of the open tasks that it depends on. */
  waitsFor: readonly string[] | undefined;
  /** "2/5" of its checklist and of the tasks below it. */
  progress?: string | undefined;
}

export interface TaskCardProps extends Shown {
  current: boolean;
  selected?: boolean | undefined;
  source: boolean;
  replace: boolean;
  onMove: (task: Task, status: ColumnStatus) => void;
}

export const TaskCard = memo(function TaskCard(props: TaskCardProps) {
  const { task, onMove, mark, waitsFor, progress, ...rest } = props;
  const t = useWords(boardWords);
  const { mayWrite } = useDirectory();
  const parts = useParts({ task, mark, waitsFor, progress });
  return (
    <Card
      {...rest}
      {...parts}
      tools={
        mayWrite && (
          <MenuButton
            label={t.moveCard({ title: task.title })}
            align="end"
            entries={() => [
              { kind: 'group', label: t.moveTo },
              ...COLUMNS.map((status) => ({
                label: statusOf(status).label,
                icon: <StatusMark status={statusOf(status).shape} decorative />,
                chosen: status === task.status,
                onSelect: () => onMove(task, status),
              })),
            ]}
            trigger={(trigger) => (
              <IconButton {...trigger} label={t.moveCard({ title: task.title })} icon={<MoreIcon />} />
            )}
          />
        )
      }
    />
  );
});

/** The card in hand. */
export function LiftedTaskCard(props: Shown) {
  return <LiftedCard {...useParts(props)} />;
}

function useParts({ task, mark, waitsFor = [], progress }: Shown): Omit<CardProps, 'tools'> {
  const t = useWords(boardWords);
  const { today, labelById, memberByAccount } = useDirectory();
  const done = !isOpen(task.status);
  const assignee = task.assigneeId === null ? undefined : memberByAccount.get(task.assigneeId);
  const labels = task.labels.flatMap((id) => labelById.get(id)?.name ?? []);
  const priority = priorityOf(task.priority);
  const factual =
    task.dueOn !== null || labels.length > 0 || priority.level !== 'normal' || Boolean(progress);
  const waits = task.blockedReason ?? listed(waitsFor);
  return {
    id: task.id,
    href: `/t/${task.id}`,
    title: task.title,
    done,
    facts: factual && (
      <>
        {priority.level !== 'normal' && <PriorityMark level={priority.level} />}
        {task.dueOn !== null && (
          <RowWhen late={!done && isLate(task.dueOn, today)}>
            {dueWords(task.dueOn, task.dueTime, today)}
          </RowWhen>
        )}
        {progress && (
          <RowCount icon={<ChecklistIcon />} label={t.steps}>
            {progress}
          </RowCount>
        )}
        {labels.length > 0 && <RowLabels>{labels.map((name) => `#${name}`).join(' ')}</RowLabels>}
      </>
    ),
    mark: mark === 'needs-you' ? <NeedsYouMark /> : mark === 'pending' ? <PendingMark /> : undefined,
    face: assignee && <Avatar id={assignee.accountId} name={assignee.name} />,
    foot: task.status === 'blocked' && waits !== '' && (
      <>
        <StatusMark status="blocked" decorative />
        {t.waitsFor({ what: waits })}
      </>
    ),
  };
}
