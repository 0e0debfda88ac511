/** A saved question and what answers it, live while it is written; `id` null is a new one. */
import type { Filter } from '@holdfast/shared/entities/filter';
import { type ReactNode, useMemo, useState } from 'react';
import { useActionContext } from '../../db/use-action-context';
import { useLive } from '../../db/use-live';
import { changeFilter } from '../../features/filters/actions';
import { FilterChips } from '../../features/filters/filter-chips';
import { FilterMenu } from '../../features/filters/filter-menu';
import { wantsClosed } from '../../features/filters/matches';
import { liveAnswers, liveFilter } from '../../features/filters/queries';
import { type FilterQuery, LONGEST, NEW_QUERY, readQuery, writeQuery } from '../../features/filters/query';
import { SaveFilter } from '../../features/filters/save-filter';
import { filtersWords } from '../../features/filters/words';
import { useDirectory } from '../../features/tasks/directory';
import { ReadTrouble } from '../../features/tasks/read-trouble';
import { useWriter } from '../../features/undo/undo-provider';
import { useFoundView } from '../../features/views/use-found-view';
import { actHere } from '../../platform/stillness';
import { Page } from '../../ui/app-frame';
import { Note } from '../../ui/banner';
import { Button, ButtonLink } from '../../ui/button';
import { Empty } from '../../ui/empty';
import { PageHeader } from '../../ui/page-header';
import { sayOf } from '../../ui/say';
import { useWords } from '../../words/use-words';
import { ArrangedList, ViewTools } from './arranged-list';
import type { ListPageProps } from './list-page-props';

export interface FilterPageProps extends ListPageProps {
  id: string | null;
  go: (path: string, options?: { replace?: boolean }) => void;
}

const USUAL = { whose: 'everyone', sort: 'date', group: 'none' } as const;

export function FilterPage({ id, go, ...list }: FilterPageProps) {
  const t = useWords(filtersWords);
  const { workspaceId } = useActionContext();
  const [attempt, setAttempt] = useState(0);
  const found = useLive(
    (read) => (id === null ? Promise.resolve(null) : liveFilter(workspaceId, id)(read)),
    [workspaceId, id, attempt],
  );
  const filter = found.state === 'ready' && found.value?.deletedAt === null ? found.value : null;
  const query = useMemo(() => (filter ? readQuery(filter.query) : NEW_QUERY), [filter]);
  const frame = (title: string, body: ReactNode) => (
    <Page banner={list.banner} header={<PageHeader title={title} sync={list.sync} />}>
      {body}
    </Page>
  );
  if (found.state === 'loading') return frame('', null);
  if (found.state === 'error')
    return frame(
      t.filter,
      <ReadTrouble failure={found.failure} onRetry={() => setAttempt((was) => was + 1)} />,
    );
  if (id !== null && !filter)
    return frame(
      t.filter,
      <Empty
        art="search"
        page
        title={t.notHere}
        fact={t.notHereFact}
        action={<ButtonLink href="/projects">{t.allProjects}</ButtonLink>}
      />,
    );
  if (!query) return frame(filter?.name ?? t.filter, <Note>{t.unreadable}</Note>);
  return <Asking key={id ?? 'new'} filter={filter} saved={query} go={go} {...list} />;
}

interface AskingProps extends Omit<FilterPageProps, 'id'> {
  filter: Filter | null;
  saved: FilterQuery;
}

function Asking({ filter, saved, go, sync, banner, ...list }: AskingProps) {
  const t = useWords(filtersWords);
  const ctx = useActionContext();
  const { today, me, mayWrite } = useDirectory();
  const { write } = useWriter();
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  // Made against the filter that was seen when the first chip was changed (CL1).
  const [draft, setDraft] = useState<{ query: FilterQuery; seen: Filter | null } | null>(null);
  const [naming, setNaming] = useState(false);
  const query = draft?.query ?? saved;
  const words = writeQuery(query);
  const view = useFoundView(
    `filter/${filter?.id ?? 'new'}`,
    USUAL,
    { query, asking: { today, me }, closedToo: wantsClosed(query) },
    liveAnswers(ctx.workspaceId, query, { today, me }),
    [words, today, me],
  );
  const changed = draft !== null && words !== writeQuery(saved);
  const change = (next: FilterQuery) => {
    actHere();
    setDraft({ query: next, seen: draft?.seen ?? filter });
  };

  async function saveChanges() {
    if (!draft?.seen) return;
    if (
      (await write([changeFilter(ctx, draft.seen, words)], { said: sayOf(t.saved, draft.seen.name) })) ===
      null
    )
      setDraft(null);
  }

  return (
    <Page
      scrollRef={setScroller}
      banner={banner}
      header={
        <PageHeader
          title={filter?.name ?? t.newFilter}
          sync={
            <>
              <ViewTools view={view} look="icon" />
              {filter && mayWrite && <FilterMenu filter={filter} onGone={() => go('/projects')} />}
              {sync}
            </>
          }
          actions={<ViewTools view={view} look="word" />}
        />
      }
    >
      <FilterChips query={query} onChange={change} />
      {mayWrite && changed && filter && (
        <div className="flex gap-2 pt-3">
          <Button kind="main" disabled={words.length > LONGEST} onClick={() => void saveChanges()}>
            {t.saveChanges}
          </Button>
          <Button kind="quiet" onClick={() => setDraft(null)}>
            {t.dropChanges}
          </Button>
        </div>
      )}
      {mayWrite && !filter && query.parts.length > 0 && (
        <div className="flex gap-2 pt-3">
          <Button kind="main" onClick={() => setNaming(true)}>
            {t.save}
          </Button>
        </div>
      )}
      {view.live.state === 'error' && <ReadTrouble failure={view.live.failure} onRetry={view.retry} />}
      {view.live.state === 'ready' && (
        <ArrangedList
          title={filter?.name ?? t.newFilter}
          listed={view.live.value.value}
          choice={view.live.value.choice}
          scroller={scroller}
          addWords={null}
          empty={
            query.parts.length === 0 ? (
              <Empty art="search" page title={t.start} fact={t.startFact} />
            ) : (
              <Empty art="search" page title={t.empty} fact={t.emptyFact} />
            )
          }
          {...list}
        />
      )}
      <SaveFilter
        open={naming}
        query={query}
        onClose={() => setNaming(false)}
        onSaved={(id) => go(`/f/${id}`, { replace: true })}
      />
    </Page>
  );
}
