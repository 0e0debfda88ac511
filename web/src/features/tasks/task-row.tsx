/** A task in a list. It shows what the row says and asks its list to act; it writes nothing itself. */

import { isOpen, type Task } from '@holdfast/shared/entities/task';
import { type MouseEvent, memo, useState } from 'react';
import { timeOfDay } from '../../platform/clock';
import { Avatar } from '../../ui/avatar';
import { Check } from '../../ui/check';
import { ChecklistIcon, RepeatIcon } from '../../ui/icons';
import { laterPart } from '../../ui/later-part';
import { NeedsYouMark, OthersDecideMark, PendingMark, PriorityMark } from '../../ui/marks';
import { RowCount, RowItem, RowLabels, RowParts, RowPlace, RowWhen } from '../../ui/row';
import { useWords } from '../../words/use-words';
import { type Directory, useDirectory } from './directory';
import { isLate, rowDueWords } from './due-words';
import { hueOf } from './hue-of';
import type { RowPlacement } from './long-rows';
import { priorityOf } from './priority-words';
import type { Complete } from './use-complete';
import { tasksWords } from './words';

const RowTools = laterPart(async () => (await import('./row-tools')).RowTools);

/** What of the row is true only here. */
export type RowMark = 'pending' | 'needs-you' | 'others-decide' | null;

export interface TaskRowProps {
  task: Task;
  /** Its place in a list, as parts: what stands in a row that did not change is not painted again. */
  index?: number | undefined;
  count?: number | undefined;
  at?: number | undefined;
  rowRef?: RowPlacement['ref'] | undefined;
  mark?: RowMark | undefined;
  /** Its task stands open beside the list. */
  current?: boolean | undefined;
  /** One of those that something is done with. */
  selected?: boolean | undefined;
  leaving?: boolean | undefined;
  /** "2/5": how much of its checklist and of the tasks below it is done. */
  progress?: string | undefined;
  /** The row above is the task that it lies below, or another below that one. */
  nested?: boolean | undefined;
  /** The list is this project's own: its name says nothing new. */
  hideProject?: boolean | undefined;
  /** Its heading says the day: the row says the time alone. */
  hideDay?: boolean | undefined;
  replace?: boolean | undefined;
  onComplete: Complete;
  onOpen?: ((task: Task, event: MouseEvent) => void) | undefined;
}

export const TaskRow = memo(function TaskRow({
  index,
  count,
  at,
  rowRef,
  nested,
  leaving,
  ...parts
}: TaskRowProps) {
  const { task, current, selected } = parts;
  // A list of rows builds no menus that nobody comes near.
  const [near, setNear] = useState(false);
  const comesNear = () => setNear(true);
  return (
    <RowItem
      ref={rowRef}
      index={index}
      count={count}
      at={at}
      data-row={task.id}
      data-nested={nested || undefined}
      done={!isOpen(task.status)}
      current={current}
      selected={selected}
      leaving={leaving}
      onPointerEnter={comesNear}
      onFocus={comesNear}
    >
      <TaskParts {...parts} near={near} />
    </RowItem>
  );
});

interface TaskPartsProps
  extends Omit<TaskRowProps, 'index' | 'count' | 'at' | 'rowRef' | 'nested' | 'leaving'> {
  near: boolean;
}

/** A row that only moved in its list, or whose list is another length, is not painted again. */
const TaskParts = memo(function TaskParts(props: TaskPartsProps) {
  const t = useWords(tasksWords);
  const { task, mark, near, hideProject = false, hideDay = false, onComplete, onOpen } = props;
  const directory = useDirectory();
  const done = !isOpen(task.status);
  const assignee = task.assigneeId === null ? undefined : directory.memberByAccount.get(task.assigneeId);
  return (
    <RowParts
      href={`/t/${task.id}`}
      replace={props.replace}
      title={task.title}
      current={props.current}
      selected={props.selected}
      tools={near && directory.mayWrite ? <RowTools task={task} /> : undefined}
      onOpen={onOpen && ((event) => onOpen(task, event))}
      check={
        <Check
          checked={done}
          label={t.completeNamed({ title: task.title })}
          disabled={!directory.mayWrite}
          onChange={(checked) => onComplete(task, checked)}
        />
      }
      facts={
        <Facts
          task={task}
          directory={directory}
          hideProject={hideProject}
          hideDay={hideDay}
          done={done}
          progress={props.progress}
        />
      }
      mark={markOf(mark)}
      face={assignee && <Avatar id={assignee.accountId} name={assignee.name} />}
    />
  );
});

function markOf(mark: RowMark | undefined) {
  if (mark === 'needs-you') return <NeedsYouMark />;
  if (mark === 'others-decide') return <OthersDecideMark />;
  return mark === 'pending' ? <PendingMark /> : undefined;
}

interface FactsProps {
  task: Task;
  directory: Directory;
  hideProject: boolean;
  hideDay: boolean;
  done: boolean;
  progress: string | undefined;
}

function Facts({ task, directory, hideProject, hideDay, done, progress }: FactsProps) {
  const t = useWords(tasksWords);
  const project = task.projectId === null ? undefined : directory.projectById.get(task.projectId);
  const labels = task.labels.flatMap((id) => directory.labelById.get(id)?.name ?? []);
  const priority = priorityOf(task.priority);
  return (
    <>
      <RowWhen late={!done && isLate(task.dueOn, directory.today)}>
        {hideDay
          ? task.dueTime !== null && timeOfDay(task.dueTime)
          : rowDueWords(task.dueOn, task.dueTime, directory.today)}
        {task.recurrence !== null && <RepeatIcon label={t.repeats} />}
      </RowWhen>
      {!hideProject && <RowPlace name={project?.name} hue={project && hueOf(project.color)} />}
      {progress && (
        <RowCount icon={<ChecklistIcon />} label={t.steps}>
          {progress}
        </RowCount>
      )}
      {labels.length > 0 && <RowLabels>{labels.map((name) => `#${name}`).join(' ')}</RowLabels>}
      {priority.level !== 'normal' && <PriorityMark level={priority.level} />}
    </>
  );
}
