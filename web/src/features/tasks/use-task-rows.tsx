/**
 * What every list of tasks shares, drawn in one section or in many: a finished row rests in its place before it closes
 * up, rows are read when they come near the screen, and each wears its mark.
 */

import type { Task } from '@holdfast/shared/entities/task';
import { type MouseEvent, type ReactNode, useCallback, useRef } from 'react';
import { usePassOnFocus } from '../../ui/row-focus';
import { useSelectedIn } from '../selection/selection-store';
import type { RowPlacement } from './long-rows';
import { TaskRow } from './task-row';
import type { Complete } from './use-complete';
import { useLingering } from './use-lingering';
import { useRowMarks } from './use-row-marks';
import { useRowProgress } from './use-row-progress';
import { useRowsNear } from './use-rows-near';

export interface TaskRowsProps {
  /** Rows that the page has read already. */
  known?: ReadonlyMap<string, Task> | undefined;
  openTaskId: string | null;
  hideProject?: boolean | undefined;
  /** The list's headings are the days. */
  hideDay?: boolean | undefined;
  onComplete: Complete;
  onOpen?: ((task: Task, event: MouseEvent) => void) | undefined;
}

export interface TaskRows {
  /** What to show: the ids with those that rest among them. */
  readonly ids: readonly string[];
  readonly row: (id: string, place: RowPlacement) => ReactNode;
  /** Tell it which of `ids` are near the screen. */
  readonly onNear: (first: number, last: number) => void;
}

export function useTaskRows(ids: readonly string[], props: TaskRowsProps): TaskRows {
  const { known, openTaskId, hideProject, hideDay } = props;
  const list = useLingering(ids);
  usePassOnFocus(list.ids);
  const { near, taskById, onNear } = useRowsNear(list.ids, known);
  const markOf = useRowMarks(near);
  const selected = useSelectedIn(list.ids);
  const progress = useRowProgress(near);

  const { linger } = list;
  const report = useRef(props.onComplete);
  report.current = props.onComplete;
  const complete = useCallback(
    (task: Task, done: boolean) => {
      if (done) linger(task.id);
      return report.current(task, done);
    },
    [linger],
  );

  // In sections a row's index is its place in its own; the list runs through all of them.
  const above = ({ id, parentId }: Task): Task | undefined =>
    parentId === null ? undefined : taskById(list.ids[list.ids.indexOf(id) - 1] ?? '');
  const row = (id: string, place: RowPlacement) => {
    const task = taskById(id);
    if (!task)
      return (
        <li
          key={id}
          ref={place.ref}
          data-index={place.at ?? place.index}
          className="row"
          aria-hidden="true"
        />
      );
    return (
      <TaskRow
        key={id}
        task={task}
        index={place.index}
        count={place.count}
        at={place.at}
        rowRef={place.ref}
        mark={markOf(id)}
        current={openTaskId === id}
        selected={selected.has(id)}
        leaving={list.isLeaving(id)}
        progress={progress.get(id)}
        nested={isBelow(task, above(task))}
        hideProject={hideProject}
        hideDay={hideDay}
        replace={openTaskId !== null}
        onComplete={complete}
        onOpen={props.onOpen}
      />
    );
  };
  return { ids: list.ids, row, onNear };
}

/** Lists nest one level: below its parent, or behind another of the same. */
const isBelow = ({ parentId }: Task, above: Task | undefined): boolean =>
  parentId !== null && (above?.id === parentId || above?.parentId === parentId);
