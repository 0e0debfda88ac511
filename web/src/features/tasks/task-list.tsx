/**
 * One section of tasks that scroll with their page: ordered ids first, the rows on the screen when they come near.
 * A finished row rests in its place before it closes up.
 */
import type { Task } from '@holdfast/shared/entities/task';
import { type MouseEvent, useCallback, useRef } from 'react';
import { LongRows, type RowPlacement } from './long-rows';
import { TaskRow } from './task-row';
import { useLingering } from './use-lingering';
import { useRowMarks } from './use-row-marks';
import { useRowsNear } from './use-rows-near';

export interface TaskListProps {
  label: string;
  ids: readonly string[];
  scroller: HTMLElement | null;
  /** Rows that the page has read already. */
  known?: ReadonlyMap<string, Task> | undefined;
  openTaskId: string | null;
  hideProject?: boolean | undefined;
  onComplete: (task: Task, done: boolean) => void;
  onOpen?: ((task: Task, event: MouseEvent) => void) | undefined;
}

export function TaskList(props: TaskListProps) {
  const { label, ids, scroller, known, openTaskId, hideProject } = props;
  const list = useLingering(ids);
  const { near, taskById, onNear } = useRowsNear(list.ids, known);
  const markOf = useRowMarks(near);

  const { linger } = list;
  const report = useRef(props.onComplete);
  report.current = props.onComplete;
  const complete = useCallback(
    (task: Task, done: boolean) => {
      if (done) linger(task.id);
      report.current(task, done);
    },
    [linger],
  );

  const row = (id: string, place: RowPlacement) => {
    const task = taskById(id);
    if (!task)
      return <li key={id} ref={place.ref} data-index={place.index} className="row" aria-hidden="true" />;
    return (
      <TaskRow
        key={id}
        task={task}
        index={place.index}
        count={place.count}
        rowRef={place.ref}
        mark={markOf(id)}
        current={openTaskId === id}
        leaving={list.isLeaving(id)}
        hideProject={hideProject}
        replace={openTaskId !== null}
        onComplete={complete}
        onOpen={props.onOpen}
      />
    );
  };
  return <LongRows label={label} ids={list.ids} scroller={scroller} row={row} onNear={onNear} />;
}
