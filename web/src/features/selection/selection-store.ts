/**
 * What is selected on the screen now, and the lists that it can be selected from. Rows only look; who selects comes
 * with the selection's own chunk.
 */
import { useEffect, useId, useSyncExternalStore } from 'react';
import { createValueStore } from '../../ui/value-store';
import { nothingSelected, type Selection } from './selection';

export const selectionStore = createValueStore<Selection>(nothingSelected);

/** The ids of each list on the screen, drawn or not, by a key of the list. */
export const listsStore = createValueStore<ReadonlyMap<string, readonly string[]>>(new Map());

/** What is selected; its list can be selected from. */
export function useSelectedIn(ids: readonly string[]): ReadonlySet<string> {
  const key = useId();
  useEffect(() => {
    listsStore.set(new Map(listsStore.get()).set(key, ids));
  }, [key, ids]);
  useEffect(
    () => () => {
      const left = new Map(listsStore.get());
      left.delete(key);
      listsStore.set(left);
    },
    [key],
  );
  return useSyncExternalStore(selectionStore.subscribe, selectionStore.get).ids;
}
