/**
 * Rows that leave the view leave the selection, and it is said: somebody deleted, finished or moved them. Another
 * screen ends the selection.
 */
import type { Task } from '@holdfast/shared/entities/task';
import { useEffect } from 'react';
import { onLiveConnection } from '../../db/live-connection';
import { createReader } from '../../db/reader';
import { useActionContext } from '../../db/use-action-context';
import { useDatabase } from '../../db/use-live';
import { useToasts } from '../../ui/toast';
import { nothingSelected, without } from './selection';
import { listsStore, selectionStore } from './selection-store';
import { selectionWords } from './words';

/** Lists change one after the other, and a new screen takes all away at once. */
const settleFor = 150;

export function useGone(): void {
  const { workspaceId } = useActionContext();
  const db = useDatabase();
  const { show } = useToasts();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let lists = listsStore.get();
    const look = async () => {
      const before = lists;
      lists = listsStore.get();
      if (before.size > 0 && ![...before.keys()].some((key) => lists.has(key)))
        return selectionStore.set(nothingSelected);
      if (selectionStore.get().ids.size === 0) return;
      const there = new Set([...listsStore.get().values()].flat());
      const gone = [...selectionStore.get().ids].filter((id) => !there.has(id));
      if (gone.length === 0) return;
      const rows = await onLiveConnection(db, () => createReader(db).rowsByIds('task', workspaceId, gone));
      selectionStore.set(without(selectionStore.get(), new Set(gone)));
      show({ text: goneSays(gone, rows) });
    };
    const stop = listsStore.subscribe(() => {
      clearTimeout(timer);
      timer = setTimeout(() => void look(), settleFor);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [db, workspaceId, show]);
}

/** Of several, what most readers have to know: that something was deleted. */
export function goneSays(gone: readonly string[], rows: readonly Task[]): string {
  const t = selectionWords.get();
  const here = new Map(rows.map((row) => [row.id, row]));
  const deleted = gone.filter((id) => here.get(id)?.deletedAt !== null);
  const said = deleted.length > 0 ? deleted : gone;
  const title = here.get(said[0] ?? '')?.title ?? '';
  return deleted.length > 0
    ? t.goneDeleted(said.length, { title: `“${title}”` })
    : t.goneElsewhere(said.length, { title: `“${title}”` });
}
