/** What one has to do, wherever it stands. */
import { useState } from 'react';
import { useActionContext } from '../../db/use-action-context';
import { NEW_QUERY } from '../../features/filters/query';
import { useDirectory } from '../../features/tasks/directory';
import { ReadTrouble } from '../../features/tasks/read-trouble';
import { liveAssigned } from '../../features/views/list-query';
import { useFoundView } from '../../features/views/use-found-view';
import { viewsWords } from '../../features/views/words';
import { Page } from '../../ui/app-frame';
import { Empty } from '../../ui/empty';
import { PageHeader } from '../../ui/page-header';
import { useWords } from '../../words/use-words';
import { ArrangedList, ViewTools } from './arranged-list';
import type { ListPageProps } from './list-page-props';

const USUAL = { whose: 'mine', sort: 'date', group: 'date' } as const;

export function AssignedPage({ sync, banner, ...list }: ListPageProps) {
  const t = useWords(viewsWords);
  const { workspaceId } = useActionContext();
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const { today, me } = useDirectory();
  const query = { ...NEW_QUERY, parts: [{ person: ['me'] }] };
  const question = { query, asking: { today, me }, closedToo: false };
  const view = useFoundView('assigned', USUAL, question, liveAssigned(workspaceId, me), [me]);
  return (
    <Page
      scrollRef={setScroller}
      banner={banner}
      header={
        <PageHeader
          title={t.assigned}
          sync={
            <>
              <ViewTools view={view} look="icon" without="person" />
              {sync}
            </>
          }
          actions={<ViewTools view={view} look="word" without="person" />}
        />
      }
    >
      {view.live.state === 'error' && <ReadTrouble failure={view.live.failure} onRetry={view.retry} />}
      {view.live.state === 'ready' && (
        <ArrangedList
          title={t.assigned}
          listed={view.live.value.value}
          choice={view.live.value.choice}
          scroller={scroller}
          addWords={null}
          empty={<Empty art="today" page title={t.nothingAssigned} fact={t.nothingAssignedFact} />}
          {...list}
        />
      )}
    </Page>
  );
}
