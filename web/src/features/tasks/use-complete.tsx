/** Completing from a list or from the open task, with the way back in a toast. */
import { isOpen, type Task } from '@holdfast/shared/entities/task';
import { nextTaskId } from '@holdfast/shared/sync/ids';
import { useCallback } from 'react';
import { oneTap } from '../../db/context';
import { useActionContext } from '../../db/use-action-context';
import { orNotStored, type Saved } from '../../db/write-result';
import { sayOf } from '../../ui/say';
import { useWords } from '../../words/use-words';
import { useWriter } from '../undo/undo-provider';
import { dayWords, withinSentence } from './due-words';
import { completeTask, reopenTask, scheduleTask } from './list-actions';
import { localTime } from './local-time';
import { tasksWords } from './words';

/** Answers with words if it was refused, null once it is stored. */
export type Complete = (task: Task, done: boolean) => Promise<string | null>;

export function useComplete(): Complete {
  const t = useWords(tasksWords);
  const ctx = useActionContext();
  const { write } = useWriter();
  return useCallback(
    (task, done) => {
      if (done) {
        return write([completeTask(ctx, task)], {
          said: (saved) => (
            <>
              {sayOf(t.completed, task.title)}
              {nextWords(saved, task, localTime(ctx.now()).today)}
            </>
          ),
          saidTogether: t.completedMany,
        });
      }
      // Pressed again before the list was read: what was seen is the first press.
      return write([reopenTask(ctx, isOpen(task.status) ? { ...task, status: 'done' } : task)]);
    },
    [ctx, write, t],
  );
}

/** ". Next on Fri 13 Mar": of a repeating task. */
function nextWords(saved: readonly Saved[], task: Task, today: string): string {
  if (task.recurrence === null) return '';
  const next = saved.flatMap(({ rows }) => rows).find((row) => row.id === nextTaskId(task.id));
  return typeof next?.dueOn === 'string' ? tasksWords.get().nextOn({ day: dayWords(next.dueOn, today) }) : '';
}

/** Moves tasks to a day, each keeping its time; they are read at the press, however many of them are on the screen. */
export function useMoveToDay(): (ids: readonly string[], day: string) => void {
  const t = useWords(tasksWords);
  const ctx = useActionContext();
  const { write } = useWriter();
  return useCallback(
    (ids, day) => {
      const tap = oneTap(ctx);
      const moves = ids.map((id) =>
        orNotStored(async () => {
          const task = await ctx.read.row('task', ctx.workspaceId, id);
          if (!task) return { kind: 'unchanged' } as const;
          return scheduleTask(tap, task, { dueOn: day, dueTime: task.dueTime });
        }),
      );
      const where = withinSentence(dayWords(day, localTime(ctx.now()).today));
      void write(moves, { said: t.moved(ids.length, { where }) });
    },
    [ctx, write, t],
  );
}
