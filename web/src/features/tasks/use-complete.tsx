/** Completing from a list or from the open task, with the way back in a toast. */
import type { Task } from '@holdfast/shared/entities/task';
import { useCallback } from 'react';
import { oneTap } from '../../db/context';
import { useActionContext } from '../../db/use-action-context';
import { useWriter } from '../undo/undo-provider';
import { completeTask, reopenTask, scheduleTask } from './actions';

export function useComplete(): (task: Task, done: boolean) => void {
  const ctx = useActionContext();
  const { write } = useWriter();
  return useCallback(
    (task, done) => {
      if (done) {
        void write([completeTask(ctx, task)], {
          said: (
            <>
              Completed <b>{task.title}</b>
            </>
          ),
        });
      } else void write([reopenTask(ctx, task)]);
    },
    [ctx, write],
  );
}

/** Moves tasks to a day, each keeping its time. */
export function useMoveToDay(): (tasks: readonly Task[], day: string) => void {
  const ctx = useActionContext();
  const { write } = useWriter();
  return useCallback(
    (tasks, day) => {
      const tap = oneTap(ctx);
      const moves = tasks.map((task) => scheduleTask(tap, task, { dueOn: day, dueTime: task.dueTime }));
      const how =
        tasks.length === 1
          ? 'Moved 1 task to today'
          : `Moved ${tasks.length.toLocaleString('en')} tasks to today`;
      void write(moves, { said: how });
    },
    [ctx, write],
  );
}
