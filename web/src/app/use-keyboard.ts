/** `keyboard.ts` at work on the page. Rows are found by what has the focus; their tasks are read when a key asks. */
import type { Task } from '@holdfast/shared/entities/task';
import { useRef } from 'react';
import { createReader } from '../db/reader';
import { useActionContext } from '../db/use-action-context';
import { useDatabase } from '../db/use-live';
import { deleteTask, scheduleTask } from '../features/tasks/actions';
import { useDirectory } from '../features/tasks/directory';
import { useWriter } from '../features/undo/undo-provider';
import {
  focusedRowId,
  moveRowFocus,
  type PageKey,
  passRowFocusOn,
  pressRowCheck,
  usePageKeys,
} from '../ui/page-keys';
import { readKey } from './keyboard';

export interface KeyboardOptions {
  readonly go: (path: string) => void;
  readonly boardPath: string;
  /** Closes the open task; false where none is. */
  readonly close: () => boolean;
  readonly newTask: () => void;
  readonly editTitle: (id: string) => void;
  readonly help: () => void;
}

export function useKeyboard({ go, boardPath, close, newTask, editTitle, help }: KeyboardOptions): void {
  const ctx = useActionContext();
  const db = useDatabase();
  const { today, mayWrite } = useDirectory();
  const { write, undoLast, redoLast } = useWriter();
  const afterG = useRef(false);

  /** Does something with the task of the focused row. */
  function withRow(what: (task: Task) => void): boolean {
    const id = focusedRowId();
    if (id === null || !mayWrite) return false;
    void createReader(db)
      .row('task', ctx.workspaceId, id)
      .then((task) => task && what(task));
    return true;
  }

  usePageKeys((press: PageKey) => {
    const intent = readKey(press, afterG.current);
    afterG.current = intent?.do === 'wait-for-place';
    if (!intent) return false;
    switch (intent.do) {
      case 'wait-for-place':
        return true;
      case 'new-task':
        if (mayWrite) newTask();
        return mayWrite;
      case 'go':
        go(intent.path);
        return true;
      case 'close':
        return close();
      case 'board':
        go(boardPath);
        return true;
      case 'move':
        return moveRowFocus(intent.by);
      case 'help':
        help();
        return true;
      case 'undo':
        if (mayWrite) undoLast();
        return mayWrite;
      case 'redo':
        if (mayWrite) redoLast();
        return mayWrite;
      case 'edit-title': {
        const id = focusedRowId();
        if (id !== null) editTitle(id);
        return id !== null;
      }
      case 'complete':
        return pressRowCheck();
      case 'today':
        return withRow((task) =>
          write([scheduleTask(ctx, task, { dueOn: today, dueTime: task.dueTime })], {
            said: 'Moved to today',
          }),
        );
      case 'delete':
        return withRow((task) => {
          passRowFocusOn(task.id);
          void write([deleteTask(ctx, task)], { said: `Deleted “${task.title}”` });
        });
    }
  });
}
