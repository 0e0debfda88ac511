import type { Task } from '@holdfast/shared/entities/task';
import { useMemo, useRef } from 'react';

/** The rows, each the same object as before unless something of it changed: then only that one is painted. */
export function useSameRows(rows: ReadonlyMap<string, Task>): ReadonlyMap<string, Task> {
  const before = useRef(rows);
  return useMemo(() => {
    const same = new Map<string, Task>();
    for (const [id, row] of rows) {
      const old = before.current.get(id);
      same.set(id, old && JSON.stringify(old) === JSON.stringify(row) ? old : row);
    }
    before.current = same;
    return same;
  }, [rows]);
}
