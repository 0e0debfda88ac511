/** What commands act with, on this page and this database. */
import {
  extendBy,
  leaveSelection,
  selectAll,
  selectedIds,
  toggle,
} from '../../features/selection/selection-moves';
import { useMany } from '../../features/selection/use-many';
import { usePreference } from '../../features/settings/use-preference';
import { useDirectory } from '../../features/tasks/directory';
import { useCopyLink } from '../../features/tasks/use-copy-link';
import { useWriter } from '../../features/undo/undo-provider';
import { focusedRowId, passRowFocusOn } from '../../ui/page-keys';
import { moveRowFocus, pressRowCheck } from '../../ui/row-steps';
import { sayOf } from '../../ui/say';
import { useWords } from '../../words/use-words';
import type { CommandWorld } from './command';
import { doneWords } from './words';

/** What the page itself does, given by whoever holds its places. */
export type PageActs = Pick<CommandWorld, 'boardPath' | 'go' | 'newTask' | 'close' | 'editTitle'>;
/** What lies over the page for commands. */
export type OverlayActs = Pick<CommandWorld, 'find' | 'choose' | 'help'>;

export function useCommandWorld(
  page: PageActs,
  overlays: OverlayActs,
  taskIds: readonly string[],
): CommandWorld {
  const copyLink = useCopyLink();
  const { today, mayWrite } = useDirectory();
  const { undoLast, redoLast } = useWriter();
  const act = useMany();
  const t = useWords(doneWords);
  const [, showTheme] = usePreference('theme');
  const [narrow, setNarrow] = usePreference('narrowSidebar');
  return {
    ...page,
    ...overlays,
    copyLink,
    taskIds,
    mayWrite,
    undo: undoLast,
    redo: redoLast,
    moveFocus: moveRowFocus,
    toggleSidebar: () => setNarrow(!narrow),
    showTheme,
    complete(ids) {
      if (ids.length === 0) return false;
      // As a pointer would: the row rests and closes up in the same way.
      if (ids.length === 1 && focusedRowId() === ids[0] && pressRowCheck()) return true;
      void act(ids, { do: 'complete' }, (count, title) =>
        count === 1 ? sayOf(t.completed, title) : t.completedMany(count),
      );
      return true;
    },
    dueToday: (ids) => void act(ids, { do: 'schedule', dueOn: today, dueTime: null }, () => t.toToday),
    remove(ids) {
      for (const id of ids) passRowFocusOn(id);
      void act(ids, { do: 'delete' }, (count, title) =>
        count === 1 ? sayOf(t.deleted, title) : t.deletedMany(count),
      );
    },
    toggleSelected: () => toggle(focusedRowId()),
    extendSelection: extendBy,
    selectAll: () => (selectedIds().length > 0 || focusedRowId() !== null) && selectAll(),
    // What lies nearest goes first.
    close: () => leaveSelection() || page.close(),
  };
}
