/** A checklist's edits as actions of the open task. */
import type { Task } from '@holdfast/shared/entities/task';
import { useMemo, useRef } from 'react';
import { useActionContext } from '../../db/use-action-context';
import { sayOf } from '../../ui/say';
import { useWriter } from '../undo/undo-provider';
import { addSteps, checkStep, deleteStep, renameStep, reorderStep, stepToTask } from './actions';
import type { StepEdits } from './step-edits';
import { stepsWords } from './words';

export function useStepEdits(task: Task): StepEdits {
  const ctx = useActionContext();
  const { write } = useWriter();
  const seen = useRef(task);
  seen.current = task;
  return useMemo<StepEdits>(() => {
    const t = stepsWords.get();
    return {
      add: (lines, place) =>
        write(addSteps(ctx, seen.current.id, lines, place), {
          inField: true,
          ...(lines.length > 1 ? { said: t.added(lines.length) } : {}),
        }),
      rename: ({ id }, { from, base, to }) =>
        write([renameStep(ctx, { id, version: base, title: from }, to)], { inField: true }),
      check: (step, done) => write([checkStep(ctx, step, done)]),
      move: (step, between) => write([reorderStep(ctx, step, between)]),
      remove: (step, quietly = false) =>
        write([deleteStep(ctx, step)], quietly ? {} : { said: sayOf(t.deleted, step.title) }),
      toTask: (step) => write([stepToTask(ctx, step, seen.current)], { said: sayOf(t.madeTask, step.title) }),
    };
  }, [ctx, write]);
}
