/** Saved filters with how many tasks answer each. */
import type { Filter } from '@holdfast/shared/entities/filter';
import { useActionContext } from '../../db/use-action-context';
import { useLiveKept } from '../../db/use-live';
import { liveFilters } from '../../features/filters/queries';
import { useAnswerCount } from '../../features/filters/use-answer-count';
import { filtersWords } from '../../features/filters/words';
import { useDirectory } from '../../features/tasks/directory';
import { ButtonLink } from '../../ui/button';
import { FilterIcon } from '../../ui/icons';
import { LineLink } from '../../ui/line';
import { SectionHeader } from '../../ui/section-header';
import { number } from '../../words/number';
import { useWords } from '../../words/use-words';

export function FilterLines() {
  const t = useWords(filtersWords);
  const { workspaceId } = useActionContext();
  const { mayWrite } = useDirectory();
  const live = useLiveKept(liveFilters(workspaceId), [workspaceId]);
  const filters = live.state === 'ready' ? live.value : [];
  return (
    <>
      <SectionHeader
        title={t.filters}
        count={filters.length}
        action={
          mayWrite && (
            <ButtonLink kind="text" size="head" href="/f/new">
              {t.newFilter}
            </ButtonLink>
          )
        }
      />
      {filters.length > 0 && (
        <ul className="rows">
          {filters.map((filter) => (
            <FilterLine key={filter.id} filter={filter} />
          ))}
        </ul>
      )}
    </>
  );
}

function FilterLine({ filter }: { filter: Filter }) {
  const known = useAnswerCount(filter.query);
  return (
    <LineLink
      href={`/f/${filter.id}`}
      mark={<FilterIcon />}
      title={filter.name}
      end={known !== null && known > 0 && <span className="num">{number(known)}</span>}
    />
  );
}
