/** What commands act with, on this page and this database. */
import type { Task } from '@holdfast/shared/entities/task';
import { oneTap } from '../../db/context';
import type { WriteResult } from '../../db/mutate';
import { createReader } from '../../db/reader';
import { useActionContext } from '../../db/use-action-context';
import { useDatabase } from '../../db/use-live';
import { usePreference } from '../../features/settings/use-preference';
import { completeTask, deleteTask, scheduleTask } from '../../features/tasks/actions';
import { useDirectory } from '../../features/tasks/directory';
import { useCopyLink } from '../../features/tasks/use-copy-link';
import { useWriter } from '../../features/undo/undo-provider';
import { focusedRowId, passRowFocusOn } from '../../ui/page-keys';
import { moveRowFocus, pressRowCheck } from '../../ui/row-steps';
import { useWords } from '../../words/use-words';
import type { CommandWorld } from './command';
import { doneWords } from './words';

/** What the page itself does, given by whoever holds its places. */
export type PageActs = Pick<CommandWorld, 'boardPath' | 'go' | 'newTask' | 'close' | 'editTitle'>;
/** What lies over the page for commands. */
export type OverlayActs = Pick<CommandWorld, 'find' | 'choose' | 'help'>;

export type Act = (tap: ReturnType<typeof useActionContext>, task: Task) => Promise<WriteResult>;

export interface TaskActs {
  /** Does it with each of the tasks, as they are now: one tap, one undo. Words: of one, by its title, or of many. */
  act(
    ids: readonly string[],
    how: Act,
    words?: { readonly one: (title: string) => string; readonly many: (count: number) => string },
  ): Promise<void>;
}

export function useTaskActs(): TaskActs {
  const ctx = useActionContext();
  const db = useDatabase();
  const { write } = useWriter();
  return {
    async act(ids, how, words) {
      const tasks = await createReader(db).rowsByIds('task', ctx.workspaceId, ids);
      const [first] = tasks;
      if (!first) return;
      const tap = oneTap(ctx);
      const said = tasks.length === 1 ? words?.one(first.title) : words?.many(tasks.length);
      await write(
        tasks.map((task) => how(tap, task)),
        said === undefined ? {} : { said },
      );
    },
  };
}

export function useCommandWorld(
  page: PageActs,
  overlays: OverlayActs,
  taskIds: readonly string[],
): CommandWorld {
  const copyLink = useCopyLink();
  const { today, mayWrite } = useDirectory();
  const { undoLast, redoLast } = useWriter();
  const { act } = useTaskActs();
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
      void act(ids, completeTask, {
        one: (title) => t.completed({ title }),
        many: (count) => t.completedMany(count),
      });
      return true;
    },
    dueToday: (ids) =>
      void act(ids, (tap, task) => scheduleTask(tap, task, { dueOn: today, dueTime: task.dueTime }), {
        one: () => t.toToday,
        many: () => t.toToday,
      }),
    remove(ids) {
      for (const id of ids) passRowFocusOn(id);
      void act(ids, deleteTask, {
        one: (title) => t.deleted({ title }),
        many: (count) => t.deletedMany(count),
      });
    },
  };
}
