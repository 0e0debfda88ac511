/** Status, due, priority, project, assignee and labels of the open task; each one press away from being changed. */
import { isOpen, type Task } from '@holdfast/shared/entities/task';
import { useRef } from 'react';
import { Avatar } from '../../ui/avatar';
import { Properties } from '../../ui/facts';
import { CalendarIcon, HashIcon, InboxIcon, RepeatIcon, UserIcon } from '../../ui/icons';
import { Pebble, PriorityMark, StatusMark } from '../../ui/marks';
import { useWords } from '../../words/use-words';
import { LaterRepeatChooser } from '../repeats/later-repeat-chooser';
import { repeatsWords } from '../repeats/words';
import { useDirectory } from './directory';
import { DueChooser } from './due-chooser';
import { dueWords, isLate } from './due-words';
import { hueOf } from './hue-of';
import { LabelChooser } from './label-chooser';
import { MoreProperties } from './more-properties';
import { priorityChoices, priorityOf } from './priority-words';
import { Choice, Chooser } from './property-value';
import { repeatWords } from './repeat-words';
import { statusChoices, statusOf } from './status-words';
import type { TaskEdits } from './task-edits';
import { tasksWords } from './words';

export interface TaskPropertiesProps {
  task: Task;
  edits: TaskEdits;
}

export function TaskProperties({ task, edits }: TaskPropertiesProps) {
  return (
    <Properties>
      <Status task={task} edits={edits} />
      <Due task={task} edits={edits} />
      <Priority task={task} edits={edits} />
      <Repeats task={task} edits={edits} />
      <Project task={task} edits={edits} />
      <Assignee task={task} edits={edits} />
      <Labels task={task} edits={edits} />
      <MoreProperties task={task} edits={edits} />
    </Properties>
  );
}

function Status({ task, edits }: TaskPropertiesProps) {
  const t = useWords(tasksWords);
  const status = statusOf(task.status);
  return (
    <Choice
      name={t.status}
      words={status.label}
      mark={<StatusMark status={status.shape} decorative />}
      entries={() =>
        statusChoices.map((choice) => ({
          label: choice.label,
          icon: <StatusMark status={choice.shape} decorative />,
          chosen: choice.value === task.status,
          onSelect: () => void edits.setStatus(choice.value),
        }))
      }
    />
  );
}

function Due({ task, edits }: TaskPropertiesProps) {
  const t = useWords(tasksWords);
  const { today } = useDirectory();
  const late = isOpen(task.status) && isLate(task.dueOn, today);
  return (
    <Chooser
      name={t.due}
      words={task.dueOn === null ? t.noDate : dueWords(task.dueOn, task.dueTime, today)}
      mark={<CalendarIcon className={late ? 'text-brick' : undefined} />}
      unset={task.dueOn === null}
    >
      {(close) => (
        <DueChooser
          dueOn={task.dueOn}
          dueTime={task.dueTime}
          today={today}
          onChange={(dueOn, dueTime) => void edits.setDue(dueOn, dueTime)}
          onDone={close}
        />
      )}
    </Chooser>
  );
}

function Priority({ task, edits }: TaskPropertiesProps) {
  const t = useWords(tasksWords);
  const priority = priorityOf(task.priority);
  return (
    <Choice
      name={t.priority}
      words={priority.label}
      mark={<PriorityMark level={priority.level} decorative />}
      unset={priority.level === 'normal'}
      entries={() =>
        priorityChoices.map((choice) => ({
          label: choice.label,
          icon: <PriorityMark level={choice.level} decorative />,
          chosen: choice.value === task.priority,
          onSelect: () => void edits.setPriority(choice.value),
        }))
      }
    />
  );
}

function Repeats({ task, edits }: TaskPropertiesProps) {
  const t = useWords(repeatsWords);
  const field = useRef<HTMLInputElement>(null);
  return (
    <Chooser
      name={t.title}
      words={repeatWords(task.recurrence)}
      mark={<RepeatIcon />}
      unset={task.recurrence === null}
      initialFocus={field}
    >
      {(close) => (
        <LaterRepeatChooser
          task={task}
          field={field}
          onChange={(repeat) => void edits.setRepeat(repeat)}
          onDone={close}
        />
      )}
    </Chooser>
  );
}

function Project({ task, edits }: TaskPropertiesProps) {
  const t = useWords(tasksWords);
  const { projects, projectById } = useDirectory();
  const project = task.projectId === null ? undefined : projectById.get(task.projectId);
  return (
    <Choice
      name={t.project}
      words={project?.name ?? t.inbox}
      mark={project ? <Pebble hue={hueOf(project.color)} /> : <InboxIcon />}
      entries={() => [
        {
          label: t.inbox,
          icon: <InboxIcon />,
          chosen: task.projectId === null,
          onSelect: () => void edits.setProject(null),
        },
        ...projects.map((each) => ({
          label: each.name,
          icon: <Pebble hue={hueOf(each.color)} />,
          chosen: each.id === task.projectId,
          onSelect: () => void edits.setProject(each.id),
        })),
      ]}
    />
  );
}

function Assignee({ task, edits }: TaskPropertiesProps) {
  const t = useWords(tasksWords);
  const { members, memberByAccount } = useDirectory();
  const member = task.assigneeId === null ? undefined : memberByAccount.get(task.assigneeId);
  const words = member?.name ?? (task.assigneeId === null ? t.nobody : t.somebodyWhoLeft);
  if (members.length === 0 && task.assigneeId === null) return null;
  return (
    <Choice
      name={t.assignee}
      words={words}
      mark={member ? <Avatar id={member.accountId} name={member.name} decorative /> : <UserIcon />}
      unset={task.assigneeId === null}
      entries={() => [
        {
          label: t.nobody,
          icon: <UserIcon />,
          chosen: task.assigneeId === null,
          onSelect: () => void edits.assign(null),
        },
        ...members.map((each) => ({
          label: each.name,
          icon: <Avatar id={each.accountId} name={each.name} size="xs" decorative />,
          chosen: each.accountId === task.assigneeId,
          onSelect: () => void edits.assign(each.accountId),
        })),
      ]}
    />
  );
}

function Labels({ task, edits }: TaskPropertiesProps) {
  const t = useWords(tasksWords);
  const { labels, labelById } = useDirectory();
  const field = useRef<HTMLInputElement>(null);
  const names = task.labels.flatMap((id) => labelById.get(id)?.name ?? []);
  return (
    <Chooser
      name={t.labels}
      initialFocus={field}
      words={names.length === 0 ? t.none : names.map((name) => `#${name}`).join(' ')}
      mark={<HashIcon />}
      unset={names.length === 0}
    >
      {() => (
        <LabelChooser
          field={field}
          labels={labels}
          chosen={task.labels}
          onChosen={(ids) => void edits.setLabels(ids)}
          onNew={edits.addNewLabel}
        />
      )}
    </Chooser>
  );
}
