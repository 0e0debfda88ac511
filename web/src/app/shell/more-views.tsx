/** Below the projects in the sidebar: saved filters with their numbers, and the views that are asked for now and then. */
import type { Filter } from '@holdfast/shared/entities/filter';
import { memo } from 'react';
import { useActionContext } from '../../db/use-action-context';
import { useLiveKept } from '../../db/use-live';
import { liveFilters } from '../../features/filters/queries';
import { useAnswerCount } from '../../features/filters/use-answer-count';
import { filtersWords } from '../../features/filters/words';
import { useDirectory } from '../../features/tasks/directory';
import { viewsWords } from '../../features/views/words';
import { CheckIcon, FilterIcon, PlusIcon, TrashIcon } from '../../ui/icons';
import { SideGroup, SideLink } from '../../ui/sidebar';
import { useWords } from '../../words/use-words';
import type { Screen } from '../router/routes';
import { countWords } from './count-words';

export function MoreViews({ screen }: { screen: Screen }) {
  const t = useWords(filtersWords);
  const v = useWords(viewsWords);
  const { workspaceId } = useActionContext();
  const { mayWrite } = useDirectory();
  const live = useLiveKept(liveFilters(workspaceId), [workspaceId]);
  const filters = live.state === 'ready' ? live.value : [];
  const openId = screen.name === 'filter' ? screen.id : null;
  return (
    <>
      <SideGroup>{t.filters}</SideGroup>
      {filters.map((filter) => (
        <FilterLink key={filter.id} filter={filter} current={filter.id === openId} />
      ))}
      {mayWrite && (
        <SideLink
          href="/f/new"
          label={t.newFilter}
          icon={<PlusIcon />}
          current={screen.name === 'filter' && openId === null}
        />
      )}
      <SideGroup>{v.past}</SideGroup>
      <SideLink
        href="/completed"
        label={v.completed}
        icon={<CheckIcon />}
        current={screen.name === 'completed'}
      />
      <SideLink href="/trash" label={v.trash} icon={<TrashIcon />} current={screen.name === 'trash'} />
    </>
  );
}

/** Each counts for itself: a write asks only the filters whose tasks it could be. */
const FilterLink = memo(function FilterLink({ filter, current }: { filter: Filter; current: boolean }) {
  const count = useAnswerCount(filter.query);
  return (
    <SideLink
      href={`/f/${filter.id}`}
      label={filter.name}
      icon={<FilterIcon />}
      current={current}
      end={countWords(count ?? 0)}
    />
  );
});
