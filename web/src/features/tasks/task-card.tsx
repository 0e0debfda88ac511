/** A task on a board: the whole card opens it, its menu moves it to another column. */
import { isOpen, type Task } from '@holdfast/shared/entities/task';
import { Avatar } from '../../ui/avatar';
import { Card } from '../../ui/board';
import { IconButton } from '../../ui/icon-button';
import { MoreIcon } from '../../ui/icons';
import { NeedsYouMark, PendingMark, PriorityMark, StatusMark } from '../../ui/marks';
import { MenuButton } from '../../ui/menu-button';
import { RowLabels, RowWhen } from '../../ui/row';
import { COLUMNS, type ColumnStatus } from './board-columns';
import { useDirectory } from './directory';
import { dueWords, isLate } from './due-words';
import { priorityOf } from './priority-words';
import { statusOf } from './status-words';
import type { RowMark } from './task-row';

export interface TaskCardProps {
  task: Task;
  mark: RowMark;
  current: boolean;
  replace: boolean;
  onMove: (task: Task, status: ColumnStatus) => void;
}

export function TaskCard({ task, mark, current, replace, onMove }: TaskCardProps) {
  const { today, labelById, memberByAccount, mayWrite } = useDirectory();
  const done = !isOpen(task.status);
  const assignee = task.assigneeId === null ? undefined : memberByAccount.get(task.assigneeId);
  const labels = task.labels.flatMap((id) => labelById.get(id)?.name ?? []);
  const priority = priorityOf(task.priority);
  return (
    <Card
      id={task.id}
      href={`/t/${task.id}`}
      replace={replace}
      title={task.title}
      done={done}
      current={current}
      facts={
        <>
          {priority.level !== 'normal' && <PriorityMark level={priority.level} />}
          <RowWhen late={!done && isLate(task.dueOn, today)}>
            {task.dueOn !== null && dueWords(task.dueOn, task.dueTime, today)}
          </RowWhen>
          {labels.length > 0 && <RowLabels>{labels.map((name) => `#${name}`).join(' ')}</RowLabels>}
        </>
      }
      mark={mark === 'needs-you' ? <NeedsYouMark /> : mark === 'pending' ? <PendingMark /> : undefined}
      face={assignee && <Avatar id={assignee.accountId} name={assignee.name} />}
      tools={
        mayWrite && (
          <MenuButton
            label={`Move: ${task.title}`}
            align="end"
            entries={() => [
              { kind: 'group', label: 'Move to' },
              ...COLUMNS.map((status) => ({
                label: statusOf(status).label,
                icon: <StatusMark status={statusOf(status).shape} decorative />,
                chosen: status === task.status,
                onSelect: () => onMove(task, status),
              })),
            ]}
            trigger={(trigger) => (
              <IconButton {...trigger} label={`Move: ${task.title}`} icon={<MoreIcon />} />
            )}
          />
        )
      }
      foot={
        task.status === 'blocked' &&
        task.blockedReason && (
          <>
            <StatusMark status="blocked" decorative />
            Waits for: {task.blockedReason}
          </>
        )
      }
    />
  );
}
