/** Completing from a list or from the open task, with the way back in a toast. */
import type { Task } from '@holdfast/shared/entities/task';
import { nextTaskId } from '@holdfast/shared/sync/ids';
import { useCallback } from 'react';
import { oneTap } from '../../db/context';
import { readThenWrite, type Saved } from '../../db/mutate';
import { useActionContext } from '../../db/use-action-context';
import { useWriter } from '../undo/undo-provider';
import { completeTask, reopenTask, scheduleTask } from './actions';
import { dayWords } from './due-words';
import { localTime } from './local-time';

export function useComplete(): (task: Task, done: boolean) => void {
  const ctx = useActionContext();
  const { write } = useWriter();
  return useCallback(
    (task, done) => {
      if (done) {
        void write([completeTask(ctx, task)], {
          said: (saved) => (
            <>
              Completed <b>{task.title}</b>
              {nextWords(saved, task, localTime(ctx.now()).today)}
            </>
          ),
        });
      } else void write([reopenTask(ctx, task)]);
    },
    [ctx, write],
  );
}

/** ". Next on Fri 13 Mar": of a repeating task. */
function nextWords(saved: readonly Saved[], task: Task, today: string): string {
  const next = saved.flatMap(({ rows }) => rows).find((row) => row.id === nextTaskId(task.id));
  return typeof next?.dueOn === 'string' ? `. Next on ${dayWords(next.dueOn, today)}` : '';
}

/** "Today" as it stands within a sentence; "Fri 13 Mar" stays. */
const middleOf = (day: string): string => (/\d/.test(day) ? day : day.toLowerCase());

/** Moves tasks to a day, each keeping its time; they are read at the press, however many of them are on the screen. */
export function useMoveToDay(): (ids: readonly string[], day: string) => void {
  const ctx = useActionContext();
  const { write } = useWriter();
  return useCallback(
    (ids, day) => {
      const tap = oneTap(ctx);
      const moves = ids.map((id) =>
        readThenWrite(async () => {
          const task = await ctx.read.row('task', ctx.workspaceId, id);
          if (!task) return { kind: 'unchanged' };
          return scheduleTask(tap, task, { dueOn: day, dueTime: task.dueTime });
        }),
      );
      const where = middleOf(dayWords(day, localTime(ctx.now()).today));
      const how =
        ids.length === 1
          ? `Moved 1 task to ${where}`
          : `Moved ${ids.length.toLocaleString('en')} tasks to ${where}`;
      void write(moves, { said: how });
    },
    [ctx, write],
  );
}
