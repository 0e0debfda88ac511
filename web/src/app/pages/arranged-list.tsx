/** A list page's body and head tools for tasks that people put in order and in groups. */

import type { Section as ProjectSection } from '@holdfast/shared/entities/section';
import { useMemo } from 'react';
import { bySection } from '../../features/sections/by-section';
import { SectionMenu } from '../../features/sections/section-menu';
import { sectionsWords } from '../../features/sections/words';
import { useDirectory } from '../../features/tasks/directory';
import type { Listed } from '../../features/views/list-query';
import { ListSections, type ListSectionsProps, LOOSE } from '../../features/views/list-sections';
import { usePlainList } from '../../features/views/plain-list';
import type { Section } from '../../features/views/sections';
import { useArranged } from '../../features/views/use-arranged';
import type { View } from '../../features/views/use-view';
import type { Group, ViewChoice } from '../../features/views/view-choice';
import { ViewMenu } from '../../features/views/view-menu';
import { useWords } from '../../words/use-words';

export interface ArrangedListProps extends Omit<ListSectionsProps, 'sections' | 'closed' | 'known'> {
  listed: Listed;
  choice: ViewChoice;
  /** A project's own sections, in people's own order. */
  parts?: readonly ProjectSection[] | undefined;
}

export function ArrangedList({ listed, choice, parts = NO_PARTS, ...list }: ArrangedListProps) {
  const plain = usePlainList(listed.plain);
  const arranged = useArranged(listed, choice);
  const inParts = useInParts(listed.tasks ?? NONE, parts, list.title);
  const own = parts.length > 0 && choice.sort === 'manual' && choice.group === 'none';
  const sections = own ? { ...arranged, sections: inParts } : listed.tasks ? arranged : plain;
  const ordered = own ? 'in-sections' : !listed.tasks && choice.sort === 'manual' ? 'as-one' : undefined;
  return <ListSections {...sections} closed={listed.plain.closed} ordered={ordered} {...list} />;
}

function useInParts(
  tasks: NonNullable<Listed['tasks']>,
  parts: readonly ProjectSection[],
  title: string,
): readonly Section[] {
  const t = useWords(sectionsWords);
  const { mayWrite } = useDirectory();
  return useMemo(
    () =>
      bySection(tasks, parts).map(({ section, tasks: its }): Section => {
        const ids = its.map((task) => task.id);
        if (!section) return { key: LOOSE, title, ids, bare: true };
        return {
          key: section.id,
          title: section.name,
          ids,
          count: ids.length === 0 ? null : ids.length,
          stays: true,
          action: mayWrite && <SectionMenu section={section} />,
          foot: ids.length === 0 && <p className="sec-note">{t.nothingHere}</p>,
        };
      }),
    [tasks, parts, title, mayWrite, t],
  );
}

const NO_PARTS: readonly ProjectSection[] = [];

const NONE: NonNullable<Listed['tasks']> = [];

interface ViewToolsProps {
  view: View<unknown>;
  /** icon: beside the sync button on a phone. word: on a desk. */
  look: 'icon' | 'word';
  without?: Group | undefined;
}

export function ViewTools({ view, look, without }: ViewToolsProps) {
  if (view.live.state !== 'ready') return null;
  const menu = (
    <ViewMenu choice={view.live.value.choice} onChoose={view.choose} look={look} without={without} />
  );
  return look === 'icon' ? <span className="md:hidden">{menu}</span> : menu;
}
