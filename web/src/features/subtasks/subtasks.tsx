/** The tasks below the open one: each a press away, and checked in place. */

import { isOpen, type Task } from '@holdfast/shared/entities/task';
import { useRef } from 'react';
import { useActionContext } from '../../db/use-action-context';
import { useLive } from '../../db/use-live';
import { Avatar } from '../../ui/avatar';
import { Check } from '../../ui/check';
import { Block } from '../../ui/facts';
import { Link } from '../../ui/link';
import { useWords } from '../../words/use-words';
import { AddLines } from '../steps/add-lines';
import { useDirectory } from '../tasks/directory';
import { dueWords, isLate } from '../tasks/due-words';
import type { Complete } from '../tasks/use-complete';
import { useWriter } from '../undo/undo-provider';
import { addSubtasks } from './actions';
import { liveSubtasks } from './queries';
import { subtasksWords } from './words';

export interface SubtasksProps {
  task: Task;
  mayWrite: boolean;
  onComplete: Complete;
}

export function Subtasks({ task, mayWrite, onComplete }: SubtasksProps) {
  const t = useWords(subtasksWords);
  const ctx = useActionContext();
  const { write } = useWriter();
  const live = useLive(liveSubtasks(ctx.workspaceId, task.id), [ctx.workspaceId, task.id]);
  const field = useRef<HTMLInputElement>(null);
  if (live.state !== 'ready') return null;
  const tasks = live.value;
  if (tasks.length === 0 && !mayWrite) return null;
  const done = tasks.filter((each) => !isOpen(each.status)).length;
  return (
    <Block title={t.title} note={tasks.length > 0 && t.progress({ done, all: tasks.length })}>
      <ul className="steps" aria-label={t.title}>
        {tasks.map((each) => (
          <Subtask key={each.id} task={each} mayWrite={mayWrite} onComplete={onComplete} />
        ))}
      </ul>
      {mayWrite && (
        <AddLines
          field={field}
          label={t.add}
          onAdd={(lines) =>
            write([addSubtasks(ctx, task, lines)], {
              inField: true,
              ...(lines.length > 1 ? { said: t.added(lines.length) } : {}),
            })
          }
        />
      )}
    </Block>
  );
}

function Subtask({ task, mayWrite, onComplete }: SubtasksProps) {
  const t = useWords(subtasksWords);
  const { today, memberByAccount } = useDirectory();
  const done = !isOpen(task.status);
  const who = task.assigneeId === null ? undefined : memberByAccount.get(task.assigneeId);
  const late = !done && isLate(task.dueOn, today);
  return (
    <li className="step" data-done={done || undefined}>
      <Check
        checked={done}
        label={t.complete({ title: task.title })}
        disabled={!mayWrite}
        onChange={(checked) => onComplete(task, checked)}
      />
      <Link className="step-words step-link" href={`/t/${task.id}`} replace>
        <span className="step-title">{task.title}</span>
        {task.dueOn !== null && (
          <span className={late ? 'meta num text-brick' : 'meta num'}>
            {dueWords(task.dueOn, task.dueTime, today)}
          </span>
        )}
      </Link>
      {who && <Avatar id={who.accountId} name={who.name} />}
    </li>
  );
}
