/** A list page's body and head tools for tasks that people put in order and in groups. */

import type { Listed } from '../../features/views/list-query';
import { ListSections, type ListSectionsProps } from '../../features/views/list-sections';
import { usePlainList } from '../../features/views/plain-list';
import { useArranged } from '../../features/views/use-arranged';
import type { View } from '../../features/views/use-view';
import type { Group, ViewChoice } from '../../features/views/view-choice';
import { ViewMenu } from '../../features/views/view-menu';

export interface ArrangedListProps extends Omit<ListSectionsProps, 'sections' | 'closed' | 'known'> {
  listed: Listed;
  choice: ViewChoice;
}

export function ArrangedList({ listed, choice, ...list }: ArrangedListProps) {
  const plain = usePlainList(listed.plain);
  const arranged = useArranged(listed.tasks ?? NONE, choice);
  return <ListSections {...(listed.tasks ? arranged : plain)} closed={listed.plain.closed} {...list} />;
}

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
