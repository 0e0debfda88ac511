/**
 * The rows near the screen, live. They are read in blocks, so that scrolling by a row asks nothing new and the rows
 * that come into view are there already.
 */
import type { Task } from '@holdfast/shared/entities/task';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useActionContext } from '../../db/use-action-context';
import { useLiveKept } from '../../db/use-live';
import { liveTasks } from './queries';
import { useSameRows } from './use-same-rows';

const block = 25;

export interface RowsNear {
  /** The ids of the blocks around the screen. */
  readonly near: readonly string[];
  /** A row of them; undefined until it is read. */
  readonly taskById: (id: string) => Task | undefined;
  /** The indexes of the first and last row near the screen. */
  readonly onNear: (first: number, last: number) => void;
}

export function useRowsNear(ids: readonly string[], known?: ReadonlyMap<string, Task>): RowsNear {
  const { workspaceId } = useActionContext();
  const [range, setRange] = useState({ from: 0, to: 2 * block });
  const near = useMemo(() => ids.slice(range.from, range.to), [ids, range]);
  const asked = useMemo(() => (known ? near.filter((id) => !known.has(id)) : near), [near, known]);
  const live = useLiveKept(liveTasks(workspaceId, asked), [workspaceId, asked.join(' ')]);
  const rows = useSameRows(live.state === 'ready' ? live.value : none);
  const before = useRef<(id: string) => Task | undefined>(() => undefined);
  const taskById = useMemo(() => {
    // A row that left what the page reads (it was finished, and rests) stays as it was until it is read by itself.
    const last = before.current;
    const kept = new Map(asked.flatMap((id) => (rows.has(id) ? [] : entryOf(id, last(id)))));
    return (id: string) => known?.get(id) ?? rows.get(id) ?? kept.get(id);
  }, [known, rows, asked]);
  before.current = taskById;
  const onNear = useCallback((first: number, last: number) => {
    const from = Math.max(0, (Math.floor(first / block) - 1) * block);
    const to = (Math.ceil((last + 1) / block) + 1) * block;
    setRange((was) => (was.from === from && was.to === to ? was : { from, to }));
  }, []);
  return { near, taskById, onNear };
}

const none: ReadonlyMap<string, Task> = new Map();

const entryOf = (id: string, task: Task | undefined): [string, Task][] =>
  task === undefined ? [] : [[id, task]];
