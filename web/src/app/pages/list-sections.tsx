/** The body of a list page: open tasks, a line that adds, and what is done, folded away. */
import type { Task } from '@holdfast/shared/entities/task';
import { type ReactNode, useState } from 'react';
import { useDirectory } from '../../features/tasks/directory';
import type { TaskList as Ids } from '../../features/tasks/queries';
import { TaskList } from '../../features/tasks/task-list';
import { useSameRows } from '../../features/tasks/use-same-rows';
import { Button } from '../../ui/button';
import { PlusIcon } from '../../ui/icons';
import { Kbd } from '../../ui/marks';
import { AddRow } from '../../ui/row';
import { SectionHeader } from '../../ui/section-header';

export interface ListSectionsProps {
  title: string;
  ids: Ids;
  scroller: HTMLElement | null;
  openTaskId: string | null;
  hideProject?: boolean | undefined;
  /** null where nothing can be added. */
  addWords: string | null;
  empty: ReactNode;
  onComplete: (task: Task, done: boolean) => void;
  onNewTask: () => void;
}

export function ListSections({ title, ids, addWords, empty, onNewTask, ...list }: ListSectionsProps) {
  const { mayWrite } = useDirectory();
  const [showsDone, setShowsDone] = useState(false);
  const known = useSameRows(ids.firstRows);
  const nothing = ids.open.length === 0;
  return (
    <>
      {nothing && ids.closed.length === 0 && empty}
      {(!nothing || ids.closed.length > 0) && (
        <>
          <SectionHeader title="Open" count={ids.open.length} />
          <TaskList label={`Open in ${title}`} ids={ids.open} known={known} {...list} />
          {mayWrite && addWords !== null && (
            <AddRow icon={<PlusIcon />} shortcut={<AddKey />} onPress={onNewTask}>
              {addWords}
            </AddRow>
          )}
        </>
      )}
      {ids.closed.length > 0 && (
        <>
          <SectionHeader
            title="Done"
            count={ids.closed.length}
            action={
              <Button
                kind="text"
                size="head"
                aria-expanded={showsDone}
                onClick={() => setShowsDone(!showsDone)}
              >
                {showsDone ? 'Hide' : 'Show'}
              </Button>
            }
          />
          {showsDone && <TaskList label={`Done in ${title}`} ids={ids.closed} {...list} />}
        </>
      )}
    </>
  );
}

/** The key that does the same, where there is a keyboard. */
function AddKey() {
  return (
    <span className="ms-auto hidden md:inline">
      <Kbd>N</Kbd>
    </span>
  );
}
