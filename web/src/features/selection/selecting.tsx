/** Selecting, put once beside the screens: clicks on rows, what happens to the selection, and the bar. */
import { useSyncExternalStore } from 'react';
import { useRowClicks } from '../../ui/row-events';
import { ListGestures } from '../gestures/list-gestures';
import { useDirectory } from '../tasks/directory';
import { SelectionBar } from './selection-bar';
import { extendTo, toggle } from './selection-moves';
import { selectionStore } from './selection-store';
import { useGone } from './use-gone';

export function Selecting() {
  const { mayWrite } = useDirectory();
  const { ids } = useSyncExternalStore(selectionStore.subscribe, selectionStore.get);
  useGone();
  useRowClicks(mayWrite, ({ id, shift, ctrl, touch }) => {
    const selecting = touch && selectionStore.get().ids.size > 0;
    if (shift) extendTo(id);
    else if (ctrl || selecting) toggle(id);
    return shift || ctrl || selecting;
  });
  return (
    <>
      <ListGestures />
      {ids.size > 0 && <SelectionBar count={ids.size} />}
    </>
  );
}
