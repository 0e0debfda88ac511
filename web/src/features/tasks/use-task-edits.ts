/** The open task's edits as actions. Texts answer with their refusal for the field; the rest says it in a toast. */
import type { Task } from '@holdfast/shared/entities/task';
import { useMemo, useRef } from 'react';
import { useActionContext } from '../../db/use-action-context';
import { sayOf } from '../../ui/say';
import { detachTask } from '../subtasks/actions';
import { useWriter } from '../undo/undo-provider';
import { waitFor } from '../waits/actions';
import {
  assignTask,
  deleteTask,
  describeTask,
  moveToProject,
  renameTask,
  setLabels,
  setPriority,
  setStatus,
} from './actions';
import { estimateTask, remindOf, repeatTask, setStart } from './detail-actions';
import { duplicateTask } from './duplicate';
import { scheduleTask } from './list-actions';
import { panelWords } from './panel-words';
import type { TaskEdits } from './task-edits';

export function useTaskEdits(task: Task, onRemoved: () => void): TaskEdits {
  const ctx = useActionContext();
  const { write } = useWriter();
  const seen = useRef(task);
  seen.current = task;
  const removed = useRef(onRemoved);
  removed.current = onRemoved;

  const id = task.id;
  return useMemo<TaskEdits>(
    () => ({
      // A text is written against what its author saw when the field opened, not against what the row is now (CL1).
      rename: ({ from, base, to }) =>
        write([renameTask(ctx, { id, version: base, title: from }, to)], { inField: true }),
      describe: ({ from, base, to }) =>
        write([describeTask(ctx, { id, version: base, description: from }, to)], { inField: true }),
      setStatus: (status) => write([setStatus(ctx, seen.current, status)]),
      setRepeat: (repeat) => write([repeatTask(ctx, seen.current, repeat)]),
      setPriority: (priority) => write([setPriority(ctx, seen.current, priority)]),
      setDue: (dueOn, dueTime) => write([scheduleTask(ctx, seen.current, { dueOn, dueTime })]),
      setProject: (projectId) => write([moveToProject(ctx, seen.current, projectId)]),
      assign: (accountId) => write([assignTask(ctx, seen.current, accountId)]),
      setLabels: (labelIds) => write([setLabels(ctx, seen.current, labelIds)]),
      addNewLabel: (name) =>
        write([setLabels(ctx, seen.current, seen.current.labels, [name])], { inField: true }),
      setStart: (startOn) => write([setStart(ctx, seen.current, startOn)]),
      setReminder: (remindAt) => write([remindOf(ctx, seen.current, remindAt)]),
      setEstimate: (minutes) => write([estimateTask(ctx, seen.current, minutes)]),
      setDependsOn: (ids) => write([waitFor(ctx, seen.current, ids)]),
      duplicate: () =>
        write([duplicateTask(ctx, seen.current)], {
          said: sayOf(panelWords.get().copied, seen.current.title),
        }),
      detach: () =>
        write([detachTask(ctx, seen.current)], {
          said: sayOf(panelWords.get().isOwn, seen.current.title),
        }),
      remove: async () => {
        const refusal = await write([deleteTask(ctx, seen.current)], {
          said: sayOf(panelWords.get().deleted, seen.current.title),
        });
        if (refusal === null) removed.current();
        return refusal;
      },
    }),
    [ctx, write, id],
  );
}
