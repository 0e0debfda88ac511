/** Does something with tasks: read as they stand, written in one go, said with their number and Undo. */
import type { Task } from '@holdfast/shared/entities/task';
import { type ReactNode, useCallback } from 'react';
import { onLiveConnection } from '../../db/live-connection';
import { orNoneStored } from '../../db/mutate-all';
import { createReader } from '../../db/reader';
import { useActionContext } from '../../db/use-action-context';
import { useDatabase } from '../../db/use-live';
import { useToasts } from '../../ui/toast';
import { useWriter } from '../undo/undo-provider';
import { changeMany, lookAround } from './change-many';
import type { ManyChange } from './many-changes';
import { nothingSelected } from './selection';
import { selectionStore } from './selection-store';
import { selectionWords } from './words';

/** What takes the rows off the view, or is the end of what was to be done, leaves the selection. */
const endsIt: ReadonlySet<ManyChange['do']> = new Set(['complete', 'delete', 'move', 'schedule']);

/**
 * Null once it is stored; words of the refusal, which are said already.
 *
 * @param said of how many, and the title of the first
 */
export type ChangeTasks = (
  ids: readonly string[],
  change: ManyChange,
  said: (count: number, title: string) => ReactNode,
) => Promise<string | null>;

export function useMany(): ChangeTasks {
  const ctx = useActionContext();
  const db = useDatabase();
  const { write } = useWriter();
  const { show } = useToasts();
  return useCallback(
    async (ids, change, said) => {
      let tasks: readonly Task[] = [];
      const results = await orNoneStored(async () => {
        const [seen, around] = await Promise.all([
          onLiveConnection(db, () => createReader(db).rowsByIds('task', ctx.workspaceId, ids)),
          lookAround(ctx, ids, change),
        ]);
        tasks = seen;
        return changeMany(ctx, tasks, change, around);
      });
      const isStored = results.every(({ kind }) => kind === 'saved' || kind === 'unchanged');
      if (isStored && endsIt.has(change.do)) selectionStore.set(nothingSelected);
      if (results.length === 0) {
        if (tasks.length > 1) show({ text: selectionWords.get().nothingToDo });
        return null;
      }
      return write(
        results.map((result) => Promise.resolve(result)),
        {
          said: (saved) => {
            const changed = new Set(saved.flatMap(({ rows }) => rows.map((row) => row.id)));
            const all = tasks.filter((task) => changed.has(task.id));
            return said(all.length, all[0]?.title ?? '');
          },
        },
      );
    },
    [ctx, db, write, show],
  );
}
