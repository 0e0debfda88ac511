/** The body of a list page: open tasks in their sections, a line that adds, and what is done, folded away. */

import type { Task } from '@holdfast/shared/entities/task';
import { type ReactNode, useMemo, useState } from 'react';
import { Button } from '../../ui/button';
import { PlusIcon } from '../../ui/icons';
import { Kbd } from '../../ui/marks';
import { AddRow } from '../../ui/row';
import { useWords } from '../../words/use-words';
import { useDirectory } from '../tasks/directory';
import type { Complete } from '../tasks/use-complete';
import { usePlaceTask } from '../tasks/use-place-task';
import { PlacingList } from './placing-list';
import type { Section } from './sections';
import { useUnmoved } from './use-unmoved';
import { viewsWords } from './words';

export interface ListSectionsProps {
  title: string;
  sections: readonly Section[];
  /** Done and cancelled ones. */
  closed: readonly string[];
  known: ReadonlyMap<string, Task>;
  scroller: HTMLElement | null;
  openTaskId: string | null;
  hideProject?: boolean | undefined;
  /** null where nothing can be added. */
  addWords: string | null;
  empty: ReactNode;
  /** In the order that people give: rows can be put elsewhere, as in one list or into the project's own sections. */
  ordered?: 'as-one' | 'in-sections' | undefined;
  onComplete: Complete;
  onNewTask: () => void;
}

export function ListSections({
  title,
  closed,
  addWords,
  empty,
  ordered,
  onNewTask,
  ...list
}: ListSectionsProps) {
  const t = useWords(viewsWords);
  const { mayWrite } = useDirectory();
  const unmoved = useUnmoved(list.sections);
  const place = usePlaceTask();
  const [showsDone, setShowsDone] = useState(false);
  const adds = mayWrite && addWords !== null;
  const sections = useMemo((): readonly Section[] => {
    const open = unmoved.map((section, at) => ({
      ...section,
      label: section.label ?? (unmoved.length === 1 && !section.stays ? t.openIn({ title }) : section.title),
      foot:
        adds && at === unmoved.length - 1 ? (
          <>
            {section.foot}
            <AddRow icon={<PlusIcon />} shortcut={<AddKey />} onPress={onNewTask}>
              {addWords}
            </AddRow>
          </>
        ) : (
          section.foot
        ),
    }));
    if (closed.length === 0) return open;
    const done: Section = {
      key: 'done',
      title: t.done,
      label: t.doneIn({ title }),
      ids: showsDone ? closed : [],
      count: closed.length,
      action: (
        <Button kind="text" size="head" aria-expanded={showsDone} onClick={() => setShowsDone(!showsDone)}>
          {showsDone ? t.hide : t.show}
        </Button>
      ),
    };
    return [...open, done];
  }, [unmoved, closed, showsDone, adds, addWords, onNewTask, title, t]);
  const nothing = closed.length === 0 && unmoved.every((section) => section.ids.length === 0);
  if (nothing && !unmoved.some((section) => section.stays)) return empty;
  return (
    <PlacingList
      {...list}
      sections={sections}
      isTarget={isOpenSection}
      onPlace={
        ordered &&
        ((id, to) =>
          place(id, to, ordered === 'as-one' ? {} : { sectionId: to.section === LOOSE ? null : to.section }))
      }
    />
  );
}

/** The key of the part of a project that is in no section. */
export const LOOSE = 'loose';

const isOpenSection = (section: Section): boolean => section.key !== 'done';

/** The key that does the same, where there is a keyboard. */
function AddKey() {
  return (
    <span className="ms-auto hidden md:inline">
      <Kbd>N</Kbd>
    </span>
  );
}
